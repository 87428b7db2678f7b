import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { validate } from 'uuid';
import type { Context } from '../context.ts';
import { Employment } from '../employment/employment.ts';
import { Beneficiary } from './beneficiary.stub.ts';

/** What the institutions add to a person. */
@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @FieldResolver(() => [Employment], { description: 'Where the person works or worked, the earliest first.' })
  async employments(
    @Root() { hostPseudonym }: Beneficiary,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many at the most, up to 100.' }) first: number,
    @Ctx() { loaders }: Context,
  ) {
    if (!validate(hostPseudonym)) return [];
    return (await loaders.employmentsByPseudonym({ first }).load(hostPseudonym)).rows;
  }
}
