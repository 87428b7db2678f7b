import pino from 'pino';
import { currentRequest } from './current-request.ts';
import { errorFacts } from './error-facts.ts';
import { allowed, type Facts } from './facts.ts';
import { readableLine } from './readable-line.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A text that stands in the code as it is: what varies is a fact, so that the list of facts rules it. */
type Fixed<M extends string> = Record<never, never> extends Record<M, 1> ? never : M;

/** Tells the log that something happened. */
export type Tell = <const M extends string>(what: Fixed<M>, facts?: Facts) => void;

const stderr = {
  write: (line: string): void => void process.stderr.write(process.stderr.isTTY ? `${readableLine(line)}\n` : line),
};

function build(program: string, level: string): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { program },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), bindings: () => ({ program }), log: allowed },
    mixin: () => {
      const requestId = currentRequest()?.id;
      return requestId ? { requestId } : {};
    },
  };
  return pino(options, stderr);
}

let lines = build('hub', 'info');

/** From now on the log is that of this program. Throws where `LOG_LEVEL` is no level. */
export function openLog(program: string, level = process.env.LOG_LEVEL || 'info'): void {
  if (!LEVELS.some((known) => known === level)) {
    throw new Error(`LOG_LEVEL=${level} is no level. Say one of these: ${LEVELS.join(', ')}.`);
  }
  lines = build(program, level);
}

/** The log of this process: lines of JSON on stderr, which tell no more than `facts.ts` allows. */
export const log = {
  info: ((what, facts = {}) => lines.info(facts, what)) as Tell,
  warn: ((what, facts = {}) => lines.warn(facts, what)) as Tell,
  error: ((what, facts = {}) => lines.error(facts, what)) as Tell,
  /** Something was thrown that nobody expected. */
  mistake(error: unknown, facts: Facts = {}): void {
    lines.error({ ...errorFacts(error), ...facts }, 'a mistake of ours');
  },
};
