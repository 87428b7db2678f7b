import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './answer.ts';

/** A client that is subscribed, over whatever transport. None of this may take long or throw. */
export interface Subscriber {
  next(answer: Answer): void;
  /** No more will come: because of the errors, or because there is no more. */
  end(errors: readonly GraphQLFormattedError[]): void;
  /** Bytes that were sent and that the client has not taken. */
  backlog(): number;
}
