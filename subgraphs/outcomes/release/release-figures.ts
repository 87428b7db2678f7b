import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../shared/connection/connection.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { findIndicator } from '../indicator/catalogue.ts';
import { resolveTerritory } from '../territory/territory.resolver.ts';
import { Territory } from '../territory/territory.ts';
import type { ReleasedColumn } from './release.ts';
import type { PublishedRow } from './stored-figures.ts';

const MOST = 1000;

/** By territory, since that is what a page of figures goes on behind. */
export const BY_TERRITORY = [{ property: 'territoryCode' }];

@ObjectType({ description: 'All that a release tells of one territory.' })
export class ReleaseFigures {
  readonly territoryCode: string;

  @Field(() => [Float], {
    nullable: 'items',
    description:
      "In the indicators' units, one for each of the release's `columns`, in their order; null is not published (in tables often marked `c`), or a quotient of nothing.",
  })
  readonly values: readonly (number | null)[];

  constructor({ territory, values }: PublishedRow, columns: readonly ReleasedColumn[]) {
    this.territoryCode = territory;
    this.values = values.map((value, i) => (value === null ? null : value / unitOf(columns[i])));
  }

  @Field(() => Territory, { nullable: true })
  get territory(): Territory | null {
    return resolveTerritory({ code: this.territoryCode });
  }
}

export const ReleaseFiguresConnection = connectionOf(ReleaseFigures, 'ReleaseFigures');

@ArgsType()
export class ReleaseFiguresArguments {
  @Field(() => Int, { defaultValue: 100, description: `How many at the most, up to ${MOST}.` })
  first: number;

  @Field(() => String, { nullable: true, description: 'Go on behind this cursor.' })
  after?: string | null;
}

/** Throws Invalid for a page that would be too large. */
export function assertFiguresSize({ first }: ReleaseFiguresArguments): void {
  if (first >= 0 && first <= MOST) return;
  throw new Invalid(`\`first\` may be 0 to ${MOST}; got ${first}. Page on with \`after\`.`, {
    field: 'first',
    limit: MOST,
  });
}

/** How many of the indicator's last digit are one of its unit. */
function unitOf(column: ReleasedColumn | undefined): number {
  const indicator = column && findIndicator(column.indicator);
  if (!indicator) throw new Error(`A release has a figure of ${column?.indicator}, which is not in the catalogue.`);
  return 10 ** indicator.decimals;
}
