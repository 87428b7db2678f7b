import { command } from '../command.ts';
import { pathFromCaller } from '../config.ts';
import { runningHub } from '../running-hub.ts';
import { submitFigures } from './submit-figures.ts';

export const submitCommand = command({
  name: 'submit',
  usage: `npm run -s hub -- submit FILE --organisation ID --partnership ID --dataset CODE --period PERIOD
                               submits what a partner counted, a CSV file with indicator, category, territory, value, basis`,
  options: {
    organisation: { type: 'string' },
    partnership: { type: 'string' },
    dataset: { type: 'string' },
    period: { type: 'string' },
  },
  async run({ organisation, partnership, dataset, period }, [file], say) {
    if (!file || !organisation || !partnership || !dataset || !period) return null;
    const figures = { file: pathFromCaller(file), organisation, partnership, dataset, period };
    return (await submitFigures(runningHub(), figures, say)) ? 0 : 1;
  },
});
