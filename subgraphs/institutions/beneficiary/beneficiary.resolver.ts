import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import { PartArguments } from '../../../shared/connection/parts-by-key.ts';
import type { Context } from '../context.ts';
import { Employment } from '../employment/employment.ts';
import { Beneficiary } from './beneficiary.stub.ts';
import { OfCase } from './purposes.ts';

/** What the institutions add to a person. */
@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @OfCase
  @FieldResolver(() => [Employment], {
    nullable: true,
    description: 'Where the person works or worked, the earliest first.',
  })
  employments(
    @Root() { hostPseudonym }: Beneficiary,
    @Args(() => PartArguments) part: PartArguments,
    @Ctx() { loaders }: Context,
  ) {
    return validate(hostPseudonym) ? loaders.employmentsByPseudonym(part).load(hostPseudonym) : [];
  }
}
