import { Choices } from '../kit/choices.ts';
import { send } from './connection.ts';
import { argumentsOfRoots } from './families/arguments.ts';
import { bytes } from './families/bytes.ts';
import { documents } from './families/documents.ts';
import { files } from './families/files.ts';
import { json } from './families/json.ts';
import { paths } from './families/paths.ts';
import { persisted } from './families/persisted.ts';
import { events, sockets } from './families/streams.ts';
import { tokens } from './families/tokens.ts';
import type { FuzzedHub } from './fuzzed-hub.ts';
import { judge } from './judge.ts';
import type { Family } from './shot.ts';

/** By name; the more often one is here, the more of its shots are fired. */
const FAMILIES: readonly (readonly [string, Family])[] = Object.entries<Family>({
  bytes,
  paths,
  json,
  documents,
  argumentsOfRoots,
  tokens,
  files,
  persisted,
  sockets,
  events,
});
const AT_ONCE = 12;
const LENGTH = 4_000;

export interface Fuzzed {
  /** What is wrong, with the shot to be sent again. */
  findings: string[];
  /** How often each family came upon each status, each code of an error, and data: `paths 404`, `tokens TOKEN_INVALID`, `sockets data`. */
  counts: Record<string, number>;
}

/** Fires so many shots; each is made of its own seed alone. */
export async function fuzz(hub: FuzzedHub, shots: number, seed: number): Promise<Fuzzed> {
  const findings: string[] = [];
  const counts: Record<string, number> = {};
  let next = 0;
  const fire = async (): Promise<void> => {
    while (next < shots) {
      const number = seed + next++;
      const [name, family] = FAMILIES[number % FAMILIES.length]!;
      const shot = family(Choices.seeded(Math.imul(number, 0x9e3779b1), LENGTH), hub.known);
      const received = await send(hub.port, shot);
      for (const kind of kindsOf(received.bytes.toString('utf8'))) {
        counts[`${name} ${kind}`] = (counts[`${name} ${kind}`] ?? 0) + 1;
      }
      for (const finding of judge(shot, received, hub.guarded)) {
        const [sent, came] = [Buffer.concat([shot.bytes, shot.later ?? Buffer.alloc(0)]), received.bytes].map((all) =>
          JSON.stringify(all.toString('latin1').slice(0, 3_000)),
        );
        findings.push(`${finding} · ${name}, seed ${number}, as ${shot.who}\n  sent ${sent}\n  came ${came}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fire));
  return { findings, counts };
}

/** What an answer is, in a few words. */
const kindsOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/^HTTP\/1\.1 (\d{3})|"extensions":\{"code":"(\w+)"|"(data)":\{/g)].map(
      ([, ...kinds]) => kinds.find(Boolean) ?? '',
    ),
  );
