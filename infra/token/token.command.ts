import { issueToken, personaLines } from '../../gateway/try-out/issue-token.ts';
import { command } from '../command.ts';
import { hubConfig } from '../config.ts';
import { readSecrets } from '../secrets.ts';

/** Needs the home of a hub, which need not run. */
export const tokenCommand = command({
  name: 'token',
  usage: `npm run -s hub -- token --as WHO [--purpose PURPOSE] [--for 8h] [--beneficiary ID]
                               prints a token with which the hub can be tried out; without --as, who there is to be`,
  options: {
    as: { type: 'string' },
    purpose: { type: 'string' },
    for: { type: 'string' },
    beneficiary: { type: 'string' },
  },
  async run({ as, ...wish }, _, say) {
    const { home } = hubConfig();
    const key = readSecrets(home)?.localIssuerKey;
    if (!key) throw new Error(`There is no hub in ${home} that would take a token. Start one first.`);
    say(as ? await issueToken(key, { as, ...wish }) : personaLines().join('\n'));
    return 0;
  },
});
