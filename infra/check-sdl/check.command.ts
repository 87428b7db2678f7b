import { isError } from '../../gateway/publish-check/finding.ts';
import { command } from '../command.ts';
import { pathFromCaller } from '../config.ts';
import { checkSdlFile, verdictLines } from './check-sdl-file.ts';

/** Reads files alone: no hub has to run. */
export const checkCommand = command({
  name: 'check',
  usage: `npm run -s hub -- check SUBGRAPH SDL-FILE [--operations DIR] [--url URL] [--allow-rights] [--allow-takeover] [--json]
                               says what would be refused if the SDL were published, and what clients would miss`,
  options: {
    operations: { type: 'string' },
    url: { type: 'string' },
    'allow-rights': { type: 'boolean' },
    'allow-takeover': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ json, url, operations, ...options }, [subgraph, sdl], say) {
    if (!subgraph || !sdl) return null;
    const allowed = { rights: options['allow-rights'] ?? false, takeover: options['allow-takeover'] ?? false };
    const folder = operations === undefined ? undefined : pathFromCaller(operations);
    const verdict = await checkSdlFile({ subgraph, file: pathFromCaller(sdl), url, operations: folder, allowed });
    say(json ? JSON.stringify(verdict) : verdictLines(verdict, sdl).join('\n'));
    return verdict.findings.some(isError) ? 1 : 0;
  },
});
