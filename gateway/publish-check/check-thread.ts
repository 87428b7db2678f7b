import { parentPort, workerData } from 'node:worker_threads';
import { checkPublication } from './check-publication.ts';

parentPort?.postMessage(checkPublication(workerData));
