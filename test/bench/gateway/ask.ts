import { isDeepStrictEqual } from 'node:util';

export const bodyOf = (query: string): string => JSON.stringify({ query });

export const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

async function ask(url: string, body: string): Promise<{ bytes: number; answer: { data?: object; errors?: object } }> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  const text = await response.text();
  return { bytes: Buffer.byteLength(text), answer: JSON.parse(text) };
}

/**
 * Asks every question once, and compares the data with what `wholeUrl` says.
 * @returns how long each answer is, which is what a run under load can afford to look at
 */
export async function check(url: string, wholeUrl: string, bodies: string[]): Promise<number[]> {
  const lengths: number[] = [];
  for (const body of bodies) {
    const [{ bytes, answer }, right] = [await ask(url, body), await ask(wholeUrl, body)];
    if (right.answer.errors) throw new Error(`The question itself is wrong: ${JSON.stringify(right.answer.errors)}`);
    if (!isDeepStrictEqual(answer, right.answer)) {
      throw new Error(`Another answer to ${body.slice(0, 200)}: ${JSON.stringify(answer).slice(0, 300)}`);
    }
    lengths.push(bytes);
  }
  return lengths;
}
