import { type EntityManager, raw } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { mostProblems } from '../../../shared/register/import-report.ts';
import { assertActsFor, assertOwn } from '../../../shared/write/assert-own.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findLocked, uuidIn } from '../../../shared/write/named-row.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { datasetOf } from '../dataset/datasets.ts';
import { Release, ReleaseStatus } from '../release/release.ts';
import { approve, approver, lastStepOn } from './approve-submission.ts';
import { leaderOf, organisationsAbove, organisationsAt } from './approving-organisations.ts';
import { assertPeriodIsOver } from './dataset-period.ts';
import { storeFigures } from './figures.ts';
import { FiguresReport } from './figures-report.ts';
import { judgeFigures } from './judge-figures.ts';
import { readFigures } from './read-figures.ts';
import {
  ApproveSubmissionInput,
  ReturnSubmissionInput,
  SignOffSubmissionInput,
  SubmitFiguresInput,
} from './submission.inputs.ts';
import { Submission, SubmissionStatus } from './submission.ts';

@Resolver()
export class SubmissionMutations {
  @Mutation(() => FiguresReport, {
    description:
      'A partner submits what it counted for a dataset and a period: all of it, or nothing and every problem. It replaces what the partner submitted of the same before.',
  })
  @RequiresScopes('hub:write', 'figures:submit')
  async submitFigures(
    @Arg('input', () => SubmitFiguresInput) input: SubmitFiguresInput,
    @Ctx() context: Context,
  ): Promise<FiguresReport> {
    const submittedOn = happenedOn(input.on);
    const dataset = datasetOf(input.dataset);
    assertPeriodIsOver(dataset, input.period, submittedOn);
    const of = {
      organisationId: uuidIn('organisationId', 'Organisation', input.organisationId),
      partnershipId: uuidIn('partnershipId', 'Partnership', input.partnershipId),
      dataset: dataset.code,
      period: input.period,
    };
    assertActsFor(of.organisationId);
    const { lines, problems } = readFigures(dataset, input.csv);
    if (problems.length === 0) problems.push(...judgeFigures(dataset, lines));
    const report = Object.assign(new FiguresReport(), { rows: lines.length, problems: mostProblems(problems) });
    if (problems.length > 0) return report;

    report.submission = await write(context, Submission, 'submitFigures', input, async (em) => {
      const number = await replaceEarlier(em, of);
      const submission = Object.assign(new Submission(), { ...of, number, submittedOn });
      await em.persist(submission).flush();
      await storeFigures(em, submission.uuid, lines);
      return submission;
    });
    return report;
  }

  @Mutation(() => Submission, { description: 'SUBMITTED → SIGNED_OFF: the partner answers for the figures.' })
  @RequiresScopes('hub:write', 'figures:submit')
  signOffSubmission(
    @Arg('input', () => SignOffSubmissionInput) input: SignOffSubmissionInput,
    @Ctx() context: Context,
  ): Promise<Submission> {
    return write(context, Submission, 'signOffSubmission', input, async (em) => {
      refuseBlank({ by: input.by });
      const submission = await findLocked(em, Submission, input);
      submission.signOff(input.by, happenedOn(input.on));
      return submission;
    });
  }

  @Mutation(() => Submission, {
    description:
      'The next level takes it: the leader of the partnership, then a regional, a national and a European network that the partnership has joined, and whose territory holds all that it counts for.',
  })
  @RequiresScopes('hub:write', 'submissions:approve')
  approveSubmission(
    @Arg('input', () => ApproveSubmissionInput) input: ApproveSubmissionInput,
    @Ctx() context: Context,
  ): Promise<Submission> {
    return write(context, Submission, 'approveSubmission', input, async (em) => {
      refuseBlank({ by: input.by });
      const submission = await findLocked(em, Submission, input, (row) => organisationsAbove(em, row));
      const network = await approver(em, input);
      if (network === null) assertOwn(submission, [await leaderOf(em, submission)]);
      await approve(em, submission, network, { by: input.by, on: happenedOn(input.on) });
      return submission;
    });
  }

  @Mutation(() => Submission, {
    description:
      'SIGNED_OFF → RETURNED: whoever would be the next to approve it sends it back to its partner, who submits again. What a release holds is not taken back.',
  })
  @RequiresScopes('hub:write', 'submissions:approve')
  returnSubmission(
    @Arg('input', () => ReturnSubmissionInput) input: ReturnSubmissionInput,
    @Ctx() context: Context,
  ): Promise<Submission> {
    return write(context, Submission, 'returnSubmission', input, async (em) => {
      refuseBlank({ reason: input.reason });
      const submission = await findLocked(em, Submission, input, (row) => organisationsAbove(em, row));
      if (submission.awaiting !== null) {
        assertOwn(submission, await organisationsAt(em, submission, submission.awaiting));
      }
      submission.giveBack(input.reason, happenedOn(input.on), await lastStepOn(em, submission));
      await assertInNoRelease(em, submission);
      return submission;
    });
  }
}

type Series = Pick<Submission, 'organisationId' | 'partnershipId' | 'dataset' | 'period'>;

/** The partner's earlier submissions of the same stay with their figures, and have no effect any more. Gives the next number. */
async function replaceEarlier(em: EntityManager, of: Series): Promise<number> {
  await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`submit ${Object.values(of).join(' ')}`]);
  const earlier = await em.find(Submission, { ...of }, { orderBy: { number: 'desc' } });
  for (const one of earlier) if (one.status !== SubmissionStatus.REPLACED) one.replace();
  return (earlier[0]?.number ?? 0) + 1;
}

/** Refuses what a release holds; of one that the caller may not see, such as another network's draft, it says nothing. */
async function assertInNoRelease(em: EntityManager, submission: Submission): Promise<void> {
  const holdsIt = raw((alias) => `?::uuid = any(${alias}.submission_ids)`, [submission.uuid]);
  const where = { status: { $ne: ReleaseStatus.DISCARDED }, [holdsIt]: [] };
  const seen = await em.findOne(Release, where);
  const why = `a release of ${seen?.dataset} for ${seen?.period} holds it. Let its partner submit again, and make another release; one that is not published can be discarded.`;
  submission.guard('release', seen === null, why, { release: seen?.id });
  const isHeld = await asSystem(async () => (await em.count(Release, where)) > 0);
  submission.guard('order', !isHeld, 'it is too late to return it. A correction is another submission.');
}
