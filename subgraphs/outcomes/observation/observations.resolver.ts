import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { knownTerritory } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { todayFor } from '../../../shared/subgraph/today-for.ts';
import type { Context } from '../context.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { Observation } from './observation.ts';
import { ComparisonArguments } from './outcomes.arguments.ts';
import { type AskedPeriods, askedPeriods, MOST_PERIODS } from './relative-period.ts';
import { type Selection, selectionOf } from './selection.ts';

const MOST_TERRITORIES = 100;
const MOST_OBSERVATIONS = 10_000;

@Resolver()
export class ObservationsResolver {
  @Query(() => [Observation], {
    nullable: true,
    description:
      'Compares territories and periods: by territory, as asked for, then by period, oldest first, each from the release that `Territory.outcomes` would take. At most 10,000.',
  })
  async observations(
    @Args(() => ComparisonArguments) asked: ComparisonArguments,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Observation[]> {
    const selection = selectionOf(asked.dataset, asked.indicators, asked.breakdown);
    const periods = united(asked.periods.map((period) => askedPeriods(period, () => todayFor(info))));
    const territories = [...new Set(asked.territories)];
    assertBounded(selection, periods, territories);

    const loader = loaders.observations({ selection, wanted: { periods, network: null, release: null } });
    const found = await Promise.all(
      territories.map((code) => loader.load({ within: knownTerritory(code).code, territories: [code] })),
    );
    return found.flat();
  }
}

function united(periods: readonly AskedPeriods[]): AskedPeriods {
  const labels = periods.filter((one) => one !== null);
  if (labels.length === periods.length) return [...new Set(labels.flat())];
  if (periods.length === 1) return null;
  throw new Invalid('LATEST is compared with no other period, for it may be another one in each territory.', {
    field: 'periods',
  });
}

function assertBounded(selection: Selection, periods: AskedPeriods, territories: readonly string[]): void {
  refuseMore('territories', territories.length, MOST_TERRITORIES);
  refuseMore('periods', periods?.length ?? 1, MOST_PERIODS);

  const traits = selection.breakdown === '' ? [] : selection.breakdown.split(';');
  const columns = selection.indicators.length * categoriesOf(traits).length;
  const count = territories.length * (periods?.length ?? 1) * columns;
  if (count <= MOST_OBSERVATIONS) return;
  throw new Invalid(
    `That would be up to ${count} observations, and one answer has ${MOST_OBSERVATIONS} at the most. Ask for fewer territories, periods or indicators at once.`,
    { limit: MOST_OBSERVATIONS },
  );
}

function refuseMore(field: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new Invalid(`\`${field}\` may be up to ${limit}; got ${count}. Ask for them in parts.`, { field, limit });
}
