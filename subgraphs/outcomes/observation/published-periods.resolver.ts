import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { knownTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { Dataset } from '../dataset/dataset.ts';

@Resolver(() => Dataset)
export class PublishedPeriodsResolver {
  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The periods for which it is published, newest first: anywhere, or of the territory.',
  })
  publishedPeriods(
    @Root() { code }: Dataset,
    @Arg('territory', () => ID, { nullable: true }) territory: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<string[]> {
    return loaders.publishedPeriods(territory == null ? null : knownTerritory(territory).code).load(code);
  }
}
