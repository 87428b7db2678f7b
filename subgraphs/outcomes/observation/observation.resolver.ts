import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Category } from '../indicator/category.ts';
import { resolveIndicator } from '../indicator/indicator.resolver.ts';
import { Indicator } from '../indicator/indicator.ts';
import { Release } from '../release/release.ts';
import { resolveTerritory } from '../territory/territory.resolver.ts';
import { Territory } from '../territory/territory.ts';
import { Observation } from './observation.ts';

/** Each field asks the same of the database, whether the figure is published or not. */
@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => Indicator, { nullable: true })
  indicator(@Root() { column }: Observation) {
    return resolveIndicator({ code: column.indicator.code });
  }

  @FieldResolver(() => [Category], { description: 'Which part of the people it counts; empty for all.' })
  category(@Root() { column }: Observation): Category[] {
    return Category.parse(column.category);
  }

  @FieldResolver(() => Territory, { nullable: true })
  territory(@Root() { territoryCode }: Observation) {
    return resolveTerritory({ code: territoryCode });
  }

  @FieldResolver(() => Release, { nullable: true, description: 'In which it is published.' })
  release(@Root() { release }: Observation, @Ctx() { loaders }: Context) {
    return loaders.releaseById.load(toGlobalId('Release', release.uuid));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What it was before the intervention, as a partner says, in the unit of the indicator.',
  })
  async baseline(@Root() observation: Observation, @Ctx() context: Context) {
    return (await targetsOf(observation, context))?.baseline ?? null;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'What is to be reached, in the unit of the indicator.' })
  async target(@Root() observation: Observation, @Ctx() context: Context) {
    return (await targetsOf(observation, context))?.target ?? null;
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description:
      'Where this is not published: the nearest territory above whose figure is, in the same release, else in that of a network above.',
  })
  async fallback(@Root() observation: Observation, @Ctx() { loaders }: Context) {
    const above = await loaders.observationsAbove(observation.selection).load(observation);
    if (!observation.confidential) return null;
    return above.find((other) => !other.confidential && other.isOfTheSame(observation)) ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'How much more than the same network published for the period before, of the same length; null where either is not published.',
  })
  async change(@Root() observation: Observation, @Ctx() { loaders }: Context) {
    const before = await loaders.observationsBefore(observation.selection).load(observation);
    return observation.since(before.find((other) => other.isOfTheSame(observation)));
  }
}

/** Targets are set for all people together. */
async function targetsOf({ column, territoryCode, period }: Observation, { loaders }: Context) {
  if (column.category !== '') return null;
  return loaders.targets.load({ territory: territoryCode, indicator: column.indicator.code, period });
}
