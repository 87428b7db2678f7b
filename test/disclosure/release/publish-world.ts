import { DomainError } from '../../../shared/errors/domain-error.ts';
import { thresholdsOf } from '../../../subgraphs/outcomes/disclosure-control/thresholds.ts';
import { type EarlierRelease, protectRelease } from '../../../subgraphs/outcomes/protection/protect-release.ts';
import type { ProtectionSteps } from '../../../subgraphs/outcomes/protection/protect-steps.ts';
import { countsOf, DATASET, treeOf, type World } from './random-releases.ts';

export const THRESHOLDS = thresholdsOf();

export interface PublishedWorld {
  readonly releases: readonly EarlierRelease[];
  readonly notes: readonly string[];
  readonly refused: number;
}

/** Publishes one release after another, each with all before it in view. */
export async function publishWorld(world: World, steps?: ProtectionSteps): Promise<PublishedWorld> {
  const releases: EarlierRelease[] = [];
  const notes: string[] = [];
  let refused = 0;
  for (const [index, plan] of world.releases.entries()) {
    const counts = countsOf(world, plan);
    try {
      const made = await protectRelease(
        {
          dataset: DATASET,
          period: plan.period,
          sequence: index + 1,
          tree: treeOf(world, plan),
          thresholds: THRESHOLDS,
          countsOf: async (indicator) => counts.get(indicator) ?? new Map(),
          earlier: releases,
        },
        steps,
      );
      releases.push({ sequence: index + 1, period: plan.period, figures: made.figures });
      notes.push(...made.notes);
    } catch (error) {
      if (!(error instanceof DomainError) || error.extensions.code !== 'CONFLICT') throw error;
      refused += 1;
    }
  }
  return { releases, notes, refused };
}
