import { runJest } from './jest.ts';

process.exit(runJest(process.argv.slice(2)));
