import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { EmployInput, EndEmploymentInput } from './employment.inputs.ts';
import { Employment } from './employment.ts';
import { meeting, placeOfWork } from './place-of-work.ts';

@Resolver(() => Employment)
export class EmploymentResolver {
  @Mutation(() => Employment, { description: 'Gives a person work in a manufactory.' })
  employ(@Arg('input', () => EmployInput) input: EmployInput, @Ctx() context: Context) {
    return write(context, Employment, 'employ', input, async (em) => {
      if (!validate(input.hostPseudonym)) {
        throw new Invalid('`hostPseudonym` is a UUID.', { field: 'hostPseudonym' });
      }
      const { uuid: manufactoryId, organisationId } = await placeOfWork(em, input.manufactoryId);
      const { hostPseudonym, contractType, weeklyHours, startsOn, endsOn = null } = input;
      const facts = { hostPseudonym, contractType, weeklyHours, startsOn, endsOn };
      const employment = Object.assign(new Employment(), { organisationId, manufactoryId, ...facts });
      employment.assertValid();
      await refuseOverlap(em, employment);
      return employment;
    });
  }

  @Mutation(() => Employment, { description: "Ends a person's work, on its last day." })
  endEmployment(@Arg('input', () => EndEmploymentInput) input: EndEmploymentInput, @Ctx() context: Context) {
    return write(context, Employment, 'endEmployment', input, async (em) => {
      const employment = await findRowToEdit(em, Employment, input);
      employment.end(happenedOn(input.on), input.reason);
      return employment;
    });
  }

  @FieldResolver(() => Manufactory, { nullable: true })
  manufactory(@Root() { manufactoryId }: Employment, @Ctx() { loaders }: Context) {
    return loaders.manufactoryById.load(toGlobalId('Manufactory', manufactoryId));
  }
}

/** A person has one employment in a manufactory at a time; `placeOfWork` holds off whoever would add another one. */
async function refuseOverlap(em: EntityManager, { manufactoryId, hostPseudonym, startsOn, endsOn }: Employment) {
  const same = await em.findOne(Employment, { manufactoryId, hostPseudonym, ...meeting(startsOn, endsOn) });
  if (!same) return;
  const until = same.endsOn ? `until ${same.endsOn}` : 'without an end';
  throw new DomainError(
    'CONFLICT',
    `This person works in this manufactory from ${same.startsOn} on, ${until}, already: end that employment first, or begin later.`,
    { guard: 'overlap', id: same.id },
  );
}
