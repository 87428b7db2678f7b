import { uuidOf } from '../../shared/global-id/global-id.ts';

/** The uuid of an organisation that is named by its id, `Organisation_<uuid>`, or by the uuid itself; null where it is neither. */
export const bareUuid = (id: string): string | null =>
  uuidOf('Organisation', id) ?? uuidOf('Organisation', `Organisation_${id}`);
