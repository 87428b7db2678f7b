import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { Organisation } from '../organisation/organisation.ts';
import { recordPartner } from '../partner/partner.events.ts';
import { Partner, PartnerStatus } from '../partner/partner.ts';
import { keepersOfPartnership } from './keepers.ts';
import { lockPartnership } from './lock-partnership.ts';
import { recordPartnership } from './partnership.events.ts';
import { ActivatePartnershipInput, EndPartnershipInput, FoundPartnershipInput } from './partnership.inputs.ts';
import { Partnership } from './partnership.ts';

@Resolver()
export class PartnershipMutations {
  @Mutation(() => Partnership, {
    description: 'Founds a partnership for a place with a defined problem. It forms until it is activated.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  foundPartnership(
    @Arg('input', () => FoundPartnershipInput) input: FoundPartnershipInput,
    @Ctx() context: Context,
  ): Promise<Partnership> {
    return write(context, Partnership, 'foundPartnership', input, async (em) => {
      const founder = await findOwn(em, Organisation, 'organisationId', input.organisationId);
      const partnership = Object.assign(new Partnership(), {
        organisationId: founder.uuid,
        name: input.name,
        problem: input.problem,
        since: input.on ?? today(),
      });
      partnership.placeIn(input.territory);
      recordPartnership(em, partnership);
      return partnership;
    });
  }

  @Mutation(() => Partnership, {
    description: 'Begins the work. All three sectors are to be among the partners that accepted, and a leader.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  activatePartnership(
    @Arg('input', () => ActivatePartnershipInput) input: ActivatePartnershipInput,
    @Ctx() context: Context,
  ): Promise<Partnership> {
    return write(context, Partnership, 'activatePartnership', input, async (em) => {
      const { uuid } = await findRowToEdit(em, Partnership, input, (row) => keepersOfPartnership(em, row));
      await lockPartnership(em, uuid);
      const partnership = await findRowToEdit(em, Partnership, input, (row) => keepersOfPartnership(em, row));
      const accepted = await em.find(Partner, { partnershipId: uuid, status: PartnerStatus.ACCEPTED });
      partnership.activate(input.on ?? today(), accepted);
      recordPartnership(em, partnership);
      return partnership;
    });
  }

  @Mutation(() => Partnership, {
    description: 'Ends a partnership, and with it the part of every partner. Open invitations count as declined.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  endPartnership(
    @Arg('input', () => EndPartnershipInput) input: EndPartnershipInput,
    @Ctx() context: Context,
  ): Promise<Partnership> {
    return write(context, Partnership, 'endPartnership', input, async (em) => {
      const { uuid } = await findRowToEdit(em, Partnership, input, (row) => keepersOfPartnership(em, row));
      await lockPartnership(em, uuid);
      const partnership = await findRowToEdit(em, Partnership, input, (row) => keepersOfPartnership(em, row));
      const partners = await em.find(Partner, { partnershipId: uuid, until: null });
      const on = input.on ?? today();
      partnership.end(on);
      recordPartnership(em, partnership);
      for (const partner of partners) {
        partner.endWithPartnership(on);
        recordPartner(em, partner);
      }
      await asSystem(() => em.flush()); // whoever led it leads no more, as soon as the first of these rows is stored
      return partnership;
    });
  }
}
