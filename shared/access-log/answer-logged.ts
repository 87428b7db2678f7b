import type { MikroORM } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { errorFacts } from '../log/error-facts.ts';
import { log } from '../log/log.ts';
import { type Accessed, AccessNotes } from './access-notes.ts';
import { append } from './append.ts';
import { type Asker, whileAsking } from './asking.ts';
import { type People, type Run, runIn } from './people.ts';
import { pseudonyms } from './pseudonym.ts';

/** What a request read about people could not be logged, so nobody is told. */
export class AccessLogUnavailable extends GraphQLError {
  readonly code = 'ACCESS_LOG_UNAVAILABLE';

  constructor() {
    super(
      'The access log of people cannot be written, so nothing about people is answered. Ask again later; what a mutation of this request wrote is in the log, and stays.',
    );
    this.extensions.code = this.code;
  }
}

/**
 * Gives an answer when what it tells about people, or denies, is in the log for good; throws AccessLogUnavailable where
 * that cannot be.
 */
export async function answerLogged<T>(
  orm: MikroORM,
  people: People | undefined,
  asker: Asker,
  answer: () => Promise<T>,
): Promise<T> {
  if (!people) return answer();
  const notes = new AccessNotes();
  const answered = await whileAsking({ ...asker, notes }, answer);
  const noted = notes.list();
  if (noted.length === 0) return answered;
  try {
    await asSystem(() => enter(runIn(orm.em), people, asker, noted)); // nobody may do so of their own accord
    return answered;
  } catch (error) {
    log.error('the access log cannot be written', errorFacts(error));
    throw new AccessLogUnavailable();
  }
}

async function enter(run: Run, people: People, asker: Asker, noted: Accessed[]): Promise<void> {
  const known = await pseudonyms(
    people,
    run,
    noted.map(({ person }) => person),
  );
  await append(
    run,
    asker,
    noted.map(({ person, ...one }, i) => ({ ...one, pseudonym: known[i] ?? null })),
  );
}
