import type { EntityManager } from '@mikro-orm/postgresql';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import * as column from '../../../shared/register/column.ts';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow, Register } from '../../../shared/register/register.ts';
import { changed } from '../manufactory/manufactory.events.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { SupportPhase } from '../manufactory/manufactory-status.ts';
import { risingStep, SupportStep } from './support-step.ts';

export const supportStepRegister: Register<SupportStep> = {
  name: 'support-steps',
  entity: SupportStep,
  owner: 'manufactory',
  columns: {
    manufactory: column.reference('Manufactory', () => Manufactory),
    starts_on: column.date,
    percent: column.count,
    source: column.optional(column.text),
  },
  check: stepProblems,
  events: ({ manufactoryId }) => [changed(toGlobalId('Manufactory', manufactoryId))],
};

/** Support that is full has no steps, and what fades falls from step to step: those that are here already count too. */
async function stepProblems(em: EntityManager, rows: ReadyRow<SupportStep>[]): Promise<RowProblem[]> {
  const ids = [...new Set(rows.map(({ row }) => row.manufactoryId))];
  const phases = new Map(
    (await em.find(Manufactory, { uuid: { $in: ids } })).map((one) => [one.uuid, one.supportPhase]),
  );
  const given = rows.map(({ row }) => row.uuid);
  const earlier = await em.find(SupportStep, { manufactoryId: { $in: ids }, uuid: { $nin: given } });

  return rows.flatMap(({ line, row }) => {
    if (phases.get(row.manufactoryId) === SupportPhase.FULL)
      return [{ line, column: 'manufactory', reason: 'has its support in FULL, so it does not fade' }];
    const steps = [...earlier, ...rows.map((ready) => ready.row)]
      .filter(({ manufactoryId }) => manufactoryId === row.manufactoryId)
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn));
    const at = steps.indexOf(row);
    const reason = risingStep(steps.slice(Math.max(0, at - 1), at + 2));
    return reason ? [{ line, column: 'percent', reason }] : [];
  });
}
