import type { ExecutionResult } from 'graphql';
import { isTree, own } from '../engine/tree.ts';
import type { Position } from './position.ts';

/** The answer to one event: written as JSON once, for all who are subscribed. */
export class Answer {
  readonly text: string;
  readonly position: Position | undefined;
  /** When what it tells of was stored, in milliseconds since 1970. */
  readonly time: number | undefined;
  #frame: Buffer | undefined;

  constructor(text: string, position?: Position, time?: number) {
    this.text = text;
    this.position = position;
    this.time = time;
  }

  /** As an event of a stream: the same bytes for everybody. */
  get frame(): Buffer {
    const id = this.position === undefined ? '' : `id: ${this.position}\n`;
    this.#frame ??= Buffer.from(`event: next\n${id}data: ${this.text}\n\n`);
    return this.#frame;
  }
}

/** Writes down what the engine answered to an event, with the event's position and time, by which clients go on later. */
export function answerTo(event: unknown, position: Position | undefined, result: ExecutionResult | string): Answer {
  const time = timeOf(event);
  const about = { position: position?.toString(), time };
  const at = time === undefined ? Number.NaN : Date.parse(time);
  const isTold = position !== undefined || time !== undefined;
  const text = textOf(result, isTold ? { event: about } : undefined);
  return new Answer(text, position, Number.isNaN(at) ? undefined : at);
}

/** What the subgraph says in `extensions.event.time`. */
function timeOf(event: unknown): string | undefined {
  const extensions = isTree(event) ? own(event, 'extensions') : undefined;
  const about = isTree(extensions) ? own(extensions, 'event') : undefined;
  const time = isTree(about) ? own(about, 'time') : undefined;
  return typeof time === 'string' ? time : undefined;
}

function textOf(result: ExecutionResult | string, extensions: object | undefined): string {
  if (typeof result !== 'string') return JSON.stringify(extensions ? { ...result, extensions } : result);
  return extensions ? `${result.slice(0, -1)},"extensions":${JSON.stringify(extensions)}}` : result;
}
