import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { uuidIn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import { AgreementParty } from '../agreement-party/agreement-party.ts';
import type { Context } from '../context.ts';
import { Partner } from '../partner/partner.ts';
import { findKept, keepersOf } from '../partnership/keepers.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { ConcludeAgreementInput, EndAgreementInput } from './data-sharing-agreement.inputs.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';

const MOST_PARTIES = 50;

@Resolver()
export class DataSharingAgreementMutations {
  @Mutation(() => DataSharingAgreement, { description: 'Lets partners share data with each other for one purpose.' })
  @RequiresScopes('hub:write', 'partnership:write')
  concludeAgreement(
    @Arg('input', () => ConcludeAgreementInput) input: ConcludeAgreementInput,
    @Ctx() context: Context,
  ): Promise<DataSharingAgreement> {
    return write(context, DataSharingAgreement, 'concludeAgreement', input, async (em) => {
      const partnership = await findKept(em, input.partnershipId);
      partnership.assertGoesOn('no agreement can be concluded in it');
      const agreement = Object.assign(new DataSharingAgreement(), {
        organisationId: partnership.organisationId,
        partnershipId: partnership.uuid,
        purpose: input.purpose,
        categories: input.categories,
        since: input.on ?? today(),
        until: input.until ?? null,
      });
      for (const { uuid: partnerId } of await findParties(em, partnership, input.parties)) {
        const { organisationId, uuid: agreementId } = agreement;
        em.persist(Object.assign(new AgreementParty(), { organisationId, agreementId, partnerId }));
      }
      return agreement;
    });
  }

  @Mutation(() => DataSharingAgreement, { description: 'Ends an agreement, or lets it end earlier than was agreed.' })
  @RequiresScopes('hub:write', 'partnership:write')
  endAgreement(
    @Arg('input', () => EndAgreementInput) input: EndAgreementInput,
    @Ctx() context: Context,
  ): Promise<DataSharingAgreement> {
    return write(context, DataSharingAgreement, 'endAgreement', input, async (em) => {
      const agreement = await findRowToEdit(em, DataSharingAgreement, input, (row) => keepersOf(em, row));
      agreement.end(input.on ?? today());
      return agreement;
    });
  }
}

/** An agreement binds two or more organisations, however many roles each has. */
async function findParties(em: EntityManager, { uuid, name }: Partnership, ids: string[]): Promise<Partner[]> {
  if (ids.length > MOST_PARTIES) {
    throw new Invalid(`\`parties\` may be up to ${MOST_PARTIES}; got ${ids.length}.`, {
      field: 'parties',
      limit: MOST_PARTIES,
    });
  }
  const uuids = new Set(ids.map((id) => uuidIn('parties', 'Partner', id)));
  const partners = await em.find(Partner, { uuid: { $in: [...uuids] } });
  const missing = ids.find((id) => !partners.some((partner) => partner.id === id));
  if (missing) throw new DomainError('NOT_FOUND', `There is no Partner with the id ${missing}.`, { id: missing });

  const stranger = partners.find(({ partnershipId }) => partnershipId !== uuid);
  if (stranger) {
    throw new Invalid(`${stranger.id} is no partner of "${name}". Only its partners are party to its agreements.`, {
      field: 'parties',
    });
  }
  if (new Set(partners.map(({ memberId }) => memberId)).size < 2) {
    throw new Invalid('An agreement is concluded between two or more organisations. Name a partner of each.', {
      field: 'parties',
    });
  }
  for (const partner of partners) partner.assertAccepted('be party to an agreement');
  return partners;
}
