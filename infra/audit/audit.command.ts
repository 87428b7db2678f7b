import { command } from '../command.ts';
import { verifyLogs } from './verify-logs.ts';

/** Reads databases: no hub has to run. Ends with 1 where a log is not as it was written, or cannot be read. */
export const auditCommand = command({
  name: 'audit',
  usage: `npm run -s hub -- audit verify [--head SUBGRAPH=ROW:HASH …]
                               recomputes the chains of the access logs of people, and says where one is broken;
                               with heads that were noted before also whether one was cut off`,
  options: { head: { type: 'string', multiple: true } },
  async run({ head = [] }, positionals, say) {
    if (positionals.join(' ') !== 'verify') return null;
    return (await verifyLogs(head, say)) ? 0 : 1;
  },
});
