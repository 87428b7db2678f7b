import type { Hub } from '../../kit/hub.ts';
import { commandLine, family } from '../gateway/process-figures.ts';

/** The gateway's process of a running hub. */
export const gatewayOf = (hub: Hub): number[] =>
  family(hub.starter.pid ?? 0).filter((pid) => commandLine(pid).includes('gateway/main.js'));
