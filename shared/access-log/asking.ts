import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from '../trust/caller.ts';
import type { AccessNotes } from './access-notes.ts';

/** Who asks by which request, as the log names it. */
export interface Asker {
  caller: Pick<Caller, 'subject' | 'organisationId' | 'roles' | 'purpose' | 'client'>;
  /** Of the gateway's word for the request. */
  jti: string | null;
  requestId: string | null;
  /** The text of the document, whose hash the log has; called where something is to be logged. */
  operation: () => string | null;
}

/** A request that is being answered, with what it has read about people so far. */
export interface Asking extends Asker {
  notes: AccessNotes;
}

/** Whoever acts when nobody asks: a consumer of events, a job. */
const SYSTEM: Asker = {
  caller: { subject: 'system', organisationId: null, roles: [], purpose: null, client: null },
  jti: null,
  requestId: null,
  operation: () => null,
};

const request = new AsyncLocalStorage<Asking>();

export const whileAsking = <T>(asking: Asking, answer: () => Promise<T>): Promise<T> => request.run(asking, answer);

export const currentAsker = (): Asker => request.getStore() ?? SYSTEM;

/** The notes of the request that is being answered; throws where there is none, so that nothing is read unseen. */
export function currentNotes(): AccessNotes {
  const asking = request.getStore();
  if (!asking) throw new Error('People are read in answer to a request alone: nobody would log it.');
  return asking.notes;
}
