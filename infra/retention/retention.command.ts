import { command } from '../command.ts';
import { reportRetention } from './retention-report.ts';

/** Reads databases: no hub has to run. Ends with 1 where one cannot be read. */
export const retentionCommand = command({
  name: 'retention',
  usage: `npm run -s hub -- retention
                               says how many records about people are due to be erased, and how many erasures are not answered
                               after 30 days; changes nothing`,
  options: {},
  run: async (_, __, say) => ((await reportRetention(say)) ? 0 : 1),
});
