import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOfList } from '../../../shared/connection/page-of-list.ts';
import { knownTerritory } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { todayFor } from '../../../shared/subgraph/today-for.ts';
import { childrenOf } from '../../../shared/territory/territory.ts';
import type { Context } from '../context.ts';
import { Observation } from './observation.ts';
import { askedPeriods, LATEST } from './relative-period.ts';
import { selectionOf } from './selection.ts';

const ObservationConnection = connectionOf(Observation, 'Observation');

/** From the EU down to the districts of Kraków. */
const MOST_STEPS = 7;

@ArgsType()
class RankingArguments extends PageArguments {
  @Field(() => ID)
  indicator: string;

  @Field(() => ID)
  dataset: string;

  @Field(() => ID, { description: 'The code of the territory whose parts are ranked.' })
  within: string;

  @Field(() => String, { defaultValue: LATEST, description: 'One period: a label such as "2026", or LATEST.' })
  period: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'Which parts: 1 for its children, 2 for theirs, … So none of those that are ranked lies in another.',
  })
  stepsDown: number;

  @Field(() => Boolean, { defaultValue: true, description: 'The largest first.' })
  descending: boolean;
}

@Resolver()
export class RankedOutcomesResolver {
  @Query(() => ObservationConnection, {
    nullable: true,
    description:
      'The parts of a territory by their figures, equal ones by code, all from the release of the nearest network that covers the whole. Those that are not published come last, by code alone, so that their places tell nothing.',
  })
  async rankedOutcomes(
    @Args(() => RankingArguments) asked: RankingArguments,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const selection = selectionOf(asked.dataset, [asked.indicator], null);
    const periods = askedPeriods(asked.period, () => todayFor(info));
    if (periods && periods.length !== 1) {
      throw new Invalid(`A ranking is of one period, and ${asked.period} may be several.`, { field: 'period' });
    }
    const { code: within } = knownTerritory(asked.within);
    const territories = partsOf(within, asked.stepsDown);

    const loader = loaders.observations({ selection, wanted: { periods, network: null, release: null } });
    const ranked = (await loader.load({ within, territories })).toSorted(byFigure(asked.descending));
    return ObservationConnection.of(pageOfList(ranked, 'territoryCode', asked, (one) => one));
  }
}

function partsOf(code: string, steps: number): string[] {
  if (steps < 1 || steps > MOST_STEPS) {
    throw new Invalid(`\`stepsDown\` may be 1 to ${MOST_STEPS}; got ${steps}.`, {
      field: 'stepsDown',
      limit: MOST_STEPS,
    });
  }
  let parts = [code];
  for (let step = 0; step < steps; step += 1) parts = parts.flatMap((one) => childrenOf(one).map((part) => part.code));
  return parts;
}

const byFigure =
  (descending: boolean) =>
  (one: Observation, other: Observation): number => {
    const byCode = one.territoryCode < other.territoryCode ? -1 : 1;
    if (one.figure === null || other.figure === null) {
      return Number(one.figure === null) - Number(other.figure === null) || byCode;
    }
    return (descending ? other.figure - one.figure : one.figure - other.figure) || byCode;
  };
