import { expect, it } from '@jest/globals';
import { someone } from '../../test/kit/caller.ts';
import { RememberedTokens } from './remembered-tokens.ts';

it('remembers 10,000 tokens, and for one more forgets the one that was not used for longest', async () => {
  const remembered = new RememberedTokens();
  const verified: string[] = [];
  const find = (token: string) =>
    remembered.find(token, async () => {
      verified.push(token);
      return { session: { caller: someone({ subject: token }) }, endsAt: Date.now() + 60_000 };
    });
  for (let n = 0; n < 10_000; n++) await find(`token-${n}`);
  await find('token-0');
  expect([remembered.size, verified.length]).toEqual([10_000, 10_000]);

  await find('one more');
  expect(remembered.size).toBe(10_000);
  expect((await find('token-0')).caller.subject).toBe('token-0');
  expect(verified.at(-1)).toBe('one more');
  await find('token-1');
  expect(verified.at(-1)).toBe('token-1');
});

it('forgets a token that is refused', async () => {
  const remembered = new RememberedTokens();
  const refuse = async () => {
    throw new Error('no');
  };

  await expect(remembered.find('token', refuse)).rejects.toThrow('no');
  expect(remembered.size).toBe(0);
});
