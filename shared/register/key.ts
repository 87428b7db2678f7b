import { v5 } from 'uuid';

/** Where the ids of imported rows come from; must never change, or imports would make everything a second time. */
const NAMESPACE = '5a4b0c56-6c0e-5d0a-9f0e-2f6d3c1b7a84';

/** A partner's or a row's key: lower-case letters, digits and hyphens. */
export const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The uuid of a row by `partner/key`: the same for everyone who names it, so that registers can be imported again. */
export const keyToUuid = (registerKey: string): string => v5(registerKey, NAMESPACE);
