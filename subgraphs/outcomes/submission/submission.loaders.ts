import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { rowById } from '../../../shared/database/loaders.ts';
import { Approval } from './approval.ts';
import { figureCounts } from './figures.ts';
import { Submission } from './submission.ts';

export const submissionLoaders = (em: EntityManager) => ({
  submissionById: rowById(em, Submission),
  /** In the order in which they were given. */
  approvalsBySubmission: new DataLoader(async (uuids: readonly string[]): Promise<Approval[][]> => {
    const approvals = await em.find(Approval, { submissionId: { $in: [...uuids] } });
    const bySubmission = Map.groupBy(approvals, ({ submissionId }) => submissionId);
    return uuids.map((uuid) => bySubmission.get(uuid) ?? []);
  }),
  figureCountBySubmission: new DataLoader(async (uuids: readonly string[]): Promise<number[]> => {
    const counts = await figureCounts(em, uuids);
    return uuids.map((uuid) => counts.get(uuid) ?? 0);
  }),
});
