import { MISTAKE } from '../../shared/errors/mistake.ts';
import { answersIn, type HttpAnswer, type Received } from './connection.ts';
import type { Shot } from './shot.ts';

/** What is nobody's business but that of some. */
export interface Guarded {
  /** Whether the schema lets the caller see rows of a type. */
  mayRead(who: string, type: string): boolean;
  /** The type in front of an id, for those types. */
  ids: RegExp;
  /** Texts of drafts, which are in the files of registers alone. */
  drafts: readonly string[];
  /** Passwords, keys and tokens. */
  secrets: readonly string[];
}

/** With which of its codes a gateway may say that it cannot answer now. */
const UNAVAILABLE = ['SUBGRAPH_UNAVAILABLE', 'ISSUER_UNREACHABLE'];

const INSIDE: Readonly<Record<string, RegExp>> = {
  'a stack': /\bat (?:async )?\S* ?\(?(?:file:|node:|\/)[^\s)]*:\d+:\d+/,
  'a path': /node_modules|\/dist\/|file:\/\/\/|\/(?:tmp|home|root|srv)\//,
  SQL: /\b(?:select .+ from|insert into|delete from|update) "|syntax error at or near|violates .{1,40} constraint|invalid (?:byte sequence|input syntax)|relation "/i,
  'a masked mistake': new RegExp(`INTERNAL_SERVER_ERROR|${MISTAKE.replaceAll('.', '\\.')}`),
};

/** Everything that is wrong with what came back. */
export function judge(shot: Shot, { bytes, isClosed }: Received, guarded: Guarded): string[] {
  const sent = decoded(Buffer.concat([shot.bytes, shot.later ?? Buffer.alloc(0)]));
  const text = bytes.toString('utf8');
  const found = isClosed ? [] : ['nothing for ten seconds, and no end'];
  for (const [what, pattern] of Object.entries(INSIDE)) {
    const [shown] = pattern.exec(text) ?? [];
    if (shown && !sent.includes(shown)) found.push(`${what}: ${shown}`);
  }
  found.push(...guarded.secrets.filter((secret) => text.includes(secret)).map(() => 'a secret'));
  if (!guarded.mayRead(shot.who, 'PartnerFile')) {
    found.push(...guarded.drafts.filter((one) => text.includes(one)).map((one) => `a draft: ${one}`));
  }

  const hasBodies = !/^HEAD /.test(sent);
  const answers = answersIn(bytes, { hasBodies });
  for (const answer of answers) found.push(...judgeAnswer(answer, shot));
  found.push(...foreign(text, sent, shot.who, guarded));
  if (shot.isWhole && answers.length !== 1) found.push(`${answers.length} answers to one request`);
  return found;
}

function judgeAnswer({ status, headers, body, isWhole }: HttpAnswer, shot: Shot): string[] {
  const found: string[] = [];
  if (!isWhole && shot.isWhole) found.push('an answer that is cut off');
  if (status >= 500 && !isReasonable(status, body, shot)) found.push(`status ${status}`);
  if (shot.mustBeRefused && status < 400) found.push(`status ${status} for a token that is none`);
  if (isWhole && body && /json/.test(headers.get('content-type') ?? '') && !isJson(body))
    found.push('JSON that is none');
  return found;
}

/** The other reason is at `/ready`: a subgraph that takes more than two seconds. */
const isReasonable = (status: number, body: string, { bytes }: Shot): boolean =>
  status === 503 &&
  (UNAVAILABLE.some((code) => body.includes(`"${code}"`)) || /^\w+ \/ready[? ]/.test(bytes.toString('latin1', 0, 30)));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Ids that the caller may not see. One that was sent may come back where it is refused, for so nothing is told. */
function foreign(text: string, sent: string, who: string, { ids, mayRead }: Guarded): string[] {
  const found = [...text.matchAll(ids)].filter(([id, type = '']) => !mayRead(who, type) && !sent.includes(id));
  return found.map(([id]) => `a foreign row: ${id}`);
}

/** As it was sent, with what is written in percents readable, too. */
function decoded(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text + text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (hex) => Buffer.from(hex.replaceAll('%', ''), 'hex').toString());
}
