import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { EditInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { findKept, keepersOf } from '../partnership/keepers.ts';
import { Partnership, PartnershipStatus } from '../partnership/partnership.ts';
import { recordReplication } from './replication.events.ts';
import {
  AbandonReplicationInput,
  AssessReadinessInput,
  ConsiderReplicationInput,
  StartReplicationInput,
} from './replication.inputs.ts';
import { Replication } from './replication.ts';

@Resolver()
export class ReplicationMutations {
  @Mutation(() => Replication, { description: 'Notes that another locality thinks of taking the model over.' })
  @RequiresScopes('hub:write', 'partnership:write')
  considerReplication(
    @Arg('input', () => ConsiderReplicationInput) input: ConsiderReplicationInput,
    @Ctx() context: Context,
  ): Promise<Replication> {
    return write(context, Replication, 'considerReplication', input, async (em) => {
      const partnership = await findKept(em, input.partnershipId, false);
      const on = input.on ?? today();
      assertHasModel(partnership, input.territory, on);
      const replication = Object.assign(new Replication(), {
        organisationId: partnership.organisationId,
        partnershipId: partnership.uuid,
        consideredOn: on,
      });
      replication.placeIn(input.territory);
      recordReplication(em, replication);
      return replication;
    });
  }

  @Mutation(() => Replication, {
    description: 'Notes how ready the locality is; with a defined problem and enough determined partners it is READY.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  assessReadiness(
    @Arg('input', () => AssessReadinessInput) input: AssessReadinessInput,
    @Ctx() context: Context,
  ): Promise<Replication> {
    const { postIndustrial, definedProblem = null, determinedPartners } = input;
    return this.change(context, 'assessReadiness', input, async (_em, replication) =>
      replication.assess(input.on ?? today(), { postIndustrial, definedProblem, determinedPartners }),
    );
  }

  @Mutation(() => Replication, {
    description: 'Links a replication that is READY with the partnership that came of it.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  startReplication(
    @Arg('input', () => StartReplicationInput) input: StartReplicationInput,
    @Ctx() context: Context,
  ): Promise<Replication> {
    return this.change(context, 'startReplication', input, async (em, replication) => {
      const from = await em.findOneOrFail(Partnership, replication.partnershipId);
      const to = await findNamed(em, Partnership, 'startedPartnershipId', input.startedPartnershipId);
      replication.start(input.on ?? today(), from, to);
    });
  }

  @Mutation(() => Replication)
  @RequiresScopes('hub:write', 'partnership:write')
  abandonReplication(
    @Arg('input', () => AbandonReplicationInput) input: AbandonReplicationInput,
    @Ctx() context: Context,
  ): Promise<Replication> {
    return this.change(context, 'abandonReplication', input, async (_em, replication) =>
      replication.abandon(input.on ?? today(), input.reason),
    );
  }

  private change(
    context: Context,
    mutation: string,
    input: EditInput,
    act: (em: EntityManager, replication: Replication) => Promise<void>,
  ): Promise<Replication> {
    return write(context, Replication, mutation, input, async (em) => {
      const replication = await findRowToEdit(em, Replication, input, (row) => keepersOf(em, row));
      await act(em, replication);
      recordReplication(em, replication);
      return replication;
    });
  }
}

/** A model is taken over from a partnership that has worked by it, and by another place than its own. */
function assertHasModel(
  { id, name, status, activeSince, since, territoryCode }: Partnership,
  territory: string,
  on: string,
): void {
  if (status === PartnershipStatus.FORMING) {
    const message = `"${name}" is FORMING, so there is nothing to take over from it yet. Activate it first.`;
    throw new DomainError('CONFLICT', message, { id, status });
  }
  if (territory === territoryCode) {
    throw new Invalid(`"${name}" works for ${territory} itself. A replication is in another locality.`, {
      field: 'territory',
    });
  }
  const first = activeSince ?? since;
  if (on < first) {
    throw new Invalid(`"${name}" began its work on ${first}; nobody takes it over before. Got ${on}.`, { field: 'on' });
  }
}
