import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { assertPageSize } from '../../../shared/connection/listing.ts';
import { findLocked } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import { EditInput } from '../../../shared/write/write-inputs.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import type { Context } from '../context.ts';
import { erasePerson } from './erase-person.ts';
import { Erasure, ErasureReason } from './erasure.ts';
import { ErasureStatus } from './erasure-part.ts';

@InputType({ description: "The id and version are the beneficiary's." })
export class EraseBeneficiaryInput extends EditInput {
  @Field(() => ErasureReason, {
    description: 'Whoever gives it answers for that no law keeps the papers of the Centre.',
  })
  reason: ErasureReason;
}

@Resolver(() => Erasure)
export class ErasureResolver {
  @RequiresScopes('people:erase')
  @Mutation(() => Erasure, {
    description:
      'Deletes all that the Centre holds of a person, for good, and has every partner do the same with what no law keeps. Published releases stay; later counts lack the person.',
  })
  eraseBeneficiary(
    @Arg('input', () => EraseBeneficiaryInput) input: EraseBeneficiaryInput,
    @Ctx() context: Context,
  ): Promise<Erasure> {
    return write(context, Erasure, 'eraseBeneficiary', input, async (em) =>
      erasePerson(em, await findLocked(em, Beneficiary, input), input.reason),
    );
  }

  @RequiresScopes('people:erase')
  @Query(() => Erasure, { nullable: true })
  erasure(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.erasureById.load(id);
  }

  @RequiresScopes('people:erase')
  @Query(() => [Erasure], {
    nullable: true,
    description:
      'Those that a partner has not answered yet, the oldest first; `isOverdue` says for which it is time to call.',
  })
  unansweredErasures(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' }) first: number,
    @Ctx() { em }: Context,
  ): Promise<Erasure[]> {
    assertPageSize({ first });
    return em.find(
      Erasure,
      { hostsStatus: ErasureStatus.ASKED },
      { orderBy: { requestedAt: 'asc', uuid: 'asc' }, limit: first },
    );
  }
}
