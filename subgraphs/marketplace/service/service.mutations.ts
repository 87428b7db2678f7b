import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { NACE } from '../../../shared/classification/code-list.ts';
import { assertActsFor } from '../../../shared/write/assert-own.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { EditInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { amountIn, dayOr, uuidIn } from '../input-values.ts';
import { normalise } from '../schedule/opening.ts';
import { recordChanged, recordOffered } from './service.events.ts';
import {
  ChangeServiceInput,
  DraftServiceInput,
  EndServiceInput,
  OfferServiceInput,
  PauseServiceInput,
  ResumeServiceInput,
} from './service.inputs.ts';
import { Service, ServiceStatus } from './service.ts';

@Resolver()
export class ServiceMutations {
  @Mutation(() => Service, { description: 'Prepares a service, which nobody sees until it is offered.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  draftService(@Arg('input', () => DraftServiceInput) input: DraftServiceInput, @Ctx() context: Context) {
    return write(context, Service, 'draftService', input, async () => {
      const service = Object.assign(new Service(), {
        organisationId: uuidIn('Organisation', 'organisationId', input.organisationId),
        manufactoryId: uuidIn('Manufactory', 'manufactoryId', input.manufactoryId),
      });
      assertActsFor(service.organisationId);
      change(service, input);
      return service;
    });
  }

  @Mutation(() => Service, { description: 'Shows a draft to the community: from this day on it can be ordered.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  offerService(@Arg('input', () => OfferServiceInput) input: OfferServiceInput, @Ctx() context: Context) {
    return write(context, Service, 'offerService', input, async (em) => {
      const service = await findRowToEdit(em, Service, input);
      service.offer(dayOr(input.on));
      recordOffered(em, service);
      return service;
    });
  }

  @Mutation(() => Service, { description: 'Takes no orders for a while.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  pauseService(@Arg('input', () => PauseServiceInput) input: PauseServiceInput, @Ctx() context: Context) {
    return changing(context, 'pauseService', input, (service) => service.pause());
  }

  @Mutation(() => Service, { description: 'Takes orders again.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  resumeService(@Arg('input', () => ResumeServiceInput) input: ResumeServiceInput, @Ctx() context: Context) {
    return changing(context, 'resumeService', input, (service) => service.resume());
  }

  @Mutation(() => Service, { description: 'Takes no orders any more; those that were taken go on.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  endService(@Arg('input', () => EndServiceInput) input: EndServiceInput, @Ctx() context: Context) {
    return changing(context, 'endService', input, (service) => service.end(dayOr(input.on)));
  }

  @Mutation(() => Service, { description: 'Changes what is said of a service that has not ended.' })
  @RequiresScopes('hub:write', 'marketplace:write')
  changeService(@Arg('input', () => ChangeServiceInput) input: ChangeServiceInput, @Ctx() context: Context) {
    return changing(context, 'changeService', input, (service) => {
      service.requireNotEnded('be changed');
      change(service, input);
    });
  }
}

/** Changes a service and tells of it, unless it is a draft, of which nobody knows. */
const changing = (context: Context, mutation: string, input: EditInput, act: (service: Service) => void) =>
  write(context, Service, mutation, input, async (em: EntityManager) => {
    const service = await findRowToEdit(em, Service, input);
    act(service);
    if (service.status !== ServiceStatus.DRAFT) recordChanged(em, service);
    return service;
  });

/** What an input leaves out stays; null clears what may be empty. */
function change(service: Service, input: Partial<ChangeServiceInput>): void {
  if (input.name != null) service.name = input.name;
  if (input.activityCode != null) service.activityCode = NACE.get(input.activityCode).code;
  if (input.territory != null) service.placeIn(input.territory);
  if (input.price !== undefined) service.priceAmount = input.price && amountIn('price', input.price);
  if (input.currency !== undefined) service.priceCurrency = input.currency;
  if (input.priceUnit !== undefined) service.priceUnit = input.priceUnit;
  if (input.eligibility !== undefined) service.eligibility = input.eligibility;
  if (input.schedule != null) service.schedule = normalise(input.schedule);
}
