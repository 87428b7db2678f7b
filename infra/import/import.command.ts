import { command } from '../command.ts';
import { pathFromCaller } from '../config.ts';
import { runningHub } from '../running-hub.ts';
import { importFolder } from './import-folder.ts';

export const importCommand = command({
  name: 'import',
  usage: `npm run -s hub -- import DIR   loads a partner's registers, or those of many partners, into the running hub`,
  options: {},
  async run(_, [folder], say) {
    if (!folder) return null;
    return (await importFolder(runningHub(), pathFromCaller(folder), say)) ? 0 : 1;
  },
});
