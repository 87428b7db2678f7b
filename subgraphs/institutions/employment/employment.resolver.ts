import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { PartArguments } from '../../../shared/connection/parts-by-key.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { LooksUpWork, OfHost, Payroll, Work } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { refuseErased } from '../erasure/refuse-erased.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { assertAgreedSoon } from './agreed-days.ts';
import { EmployInput, EndEmploymentInput } from './employment.inputs.ts';
import { Employment } from './employment.ts';
import { meeting, placeOfWork } from './place-of-work.ts';

@Resolver(() => Employment)
export class EmploymentResolver {
  @LooksUpWork
  @Query(() => Employment, {
    nullable: true,
    description:
      'One employment, by the id that `employ` gave; who proves that an incentive went into work tells it the municipality.',
  })
  employment(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.employmentById.load(id);
  }

  @OfHost
  @Query(() => [Employment], {
    nullable: true,
    description:
      'The work of one person at the institution that asks, the earliest first. Nobody can list or count people.',
  })
  employmentsOf(
    @Arg('hostPseudonym', () => ID, { description: 'By which the Centre told the institution of the person.' })
    hostPseudonym: string,
    @Args(() => PartArguments) part: PartArguments,
    @Ctx() { loaders }: Context,
  ) {
    return validate(hostPseudonym) ? loaders.employmentsByPseudonym(part).load(hostPseudonym) : [];
  }

  @Payroll
  @Mutation(() => Employment, { description: 'Gives a person work in a manufactory.' })
  employ(@Arg('input', () => EmployInput) input: EmployInput, @Ctx() context: Context) {
    return write(context, Employment, 'employ', input, async (em) => {
      if (!validate(input.hostPseudonym)) {
        throw new Invalid('`hostPseudonym` is a UUID.', { field: 'hostPseudonym' });
      }
      const { uuid: manufactoryId, organisationId } = await placeOfWork(em, input.manufactoryId);
      const { hostPseudonym, contractType, weeklyHours, startsOn, endsOn = null } = input;
      assertAgreedSoon({ startsOn, endsOn });
      await refuseErased(em, hostPseudonym);
      const facts = { hostPseudonym, contractType, weeklyHours, startsOn };
      const employment = Object.assign(new Employment(), { organisationId, manufactoryId, ...facts });
      employment.lastUntil(endsOn);
      employment.assertValid();
      await refuseOverlap(em, employment);
      return employment;
    });
  }

  @Payroll
  @Mutation(() => Employment, { description: "Ends a person's work, on its last day." })
  endEmployment(@Arg('input', () => EndEmploymentInput) input: EndEmploymentInput, @Ctx() context: Context) {
    return write(context, Employment, 'endEmployment', input, async (em) => {
      const employment = await findRowToEdit(em, Employment, input);
      employment.end(happenedOn(input.on), input.reason);
      return employment;
    });
  }

  @Work
  @FieldResolver(() => Manufactory, { nullable: true })
  manufactory(@Root() { manufactoryId }: Employment, @Ctx() { loaders }: Context) {
    return loaders.manufactoryById.load(toGlobalId('Manufactory', manufactoryId));
  }
}

/** A person has one employment in a manufactory at a time; `placeOfWork` holds off whoever would add another one. */
async function refuseOverlap(em: EntityManager, { manufactoryId, hostPseudonym, startsOn, endsOn }: Employment) {
  const same = await em.findOne(Employment, { manufactoryId, hostPseudonym, ...meeting(startsOn, endsOn) });
  if (!same) return;
  throw new DomainError(
    'CONFLICT',
    'This person works in this manufactory on some of these days already: end that employment first, or begin later.',
    { guard: 'overlap', id: same.id },
  );
}
