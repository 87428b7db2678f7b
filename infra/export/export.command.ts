import { command } from '../command.ts';
import { pathFromCaller } from '../config.ts';
import { runningHub } from '../running-hub.ts';
import { exportFolder } from './export-folder.ts';

export const exportCommand = command({
  name: 'export',
  usage: 'npm run -s hub -- export DIR   writes all registers into an empty folder, in the form that import reads',
  options: {},
  async run(_, [folder], say) {
    if (!folder) return null;
    await exportFolder(runningHub(), pathFromCaller(folder), say);
    return 0;
  },
});
