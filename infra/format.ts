import { biome, runCheck } from './checks.ts';

/** `npm run format`: mends what can be mended. */
process.exit(runCheck(biome('format', '--write')) ? 0 : 1);
