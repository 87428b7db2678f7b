import { Invalid } from '../../../shared/errors/domain-error.ts';

/** A text that an input gives; throws Invalid for an empty one. */
export function textIn(field: string, text: string): string {
  const given = text.trim();
  if (given !== '') return given;
  throw new Invalid(`\`${field}\` is empty. Say something that others will understand.`, { field });
}
