import { audit } from '../disclosure-control/audit/audit.ts';
import { crossingsThatTell } from '../disclosure-control/crossing.ts';
import { hideByEarlierPeriods, hideByEarlierReleases } from '../disclosure-control/over-time.ts';
import { objectionsTo } from '../disclosure-control/publication-rules.ts';
import { suppress } from '../disclosure-control/suppress.ts';
import { suppressBreakdown } from '../disclosure-control/suppress-breakdown.ts';

/** Each of these is needed: a test replaces one after another, and finds out what was hidden. */
export const STEPS = {
  objectionsTo,
  hideByEarlierReleases,
  hideByEarlierPeriods,
  suppress,
  suppressBreakdown,
  crossingsThatTell,
  audit,
  /** For whoever measures how long the parts take. */
  part: <Made>(_name: string, run: () => Made): Made => run(),
};

export type ProtectionSteps = typeof STEPS;
