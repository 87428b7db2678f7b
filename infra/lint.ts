import { lint, runCheck } from './checks.ts';

/** `npm run lint`: how the code is written, and who imports whom. */
process.exit(lint().every(runCheck) ? 0 : 1);
