import { thisDay } from '../address/this-day.ts';
import {
  ManufactoryCentreDocument,
  type ManufactoryCentreQuery,
  ManufactoryHostDocument,
  type ManufactoryHostQuery,
  ManufactoryIncentivesDocument,
  type ManufactoryIncentivesQuery,
  ManufactoryMarketDocument,
  type ManufactoryMarketQuery,
} from '../graph/generated/graphql.ts';
import { type Answer, useAnswer } from '../graph/use-answer.ts';

export type Host = NonNullable<ManufactoryHostQuery['manufactory']>;
export type Centre = NonNullable<ManufactoryCentreQuery['manufactory']>;
export type Incentives = NonNullable<ManufactoryIncentivesQuery['manufactory']>;
export type Market = NonNullable<ManufactoryMarketQuery['manufactory']>;

/** What each partner knows of a manufactory, as far as it has answered. */
export interface Parts {
  host: Answer<ManufactoryHostQuery>;
  centre: Answer<ManufactoryCentreQuery>;
  incentives: Answer<ManufactoryIncentivesQuery>;
  market: Answer<ManufactoryMarketQuery>;
  /** The years whose income was asked for, in their order. */
  years: readonly string[];
}

export function useParts(id: string): Parts {
  const host = useAnswer(ManufactoryHostDocument, { id });
  const manufactory = host.data?.manufactory;
  const pause = !manufactory;
  const years = yearsOf(manufactory?.protectedFrom ?? null);
  const [year1, year2, year3, year4, year5] = years;
  const market = useAnswer(ManufactoryMarketDocument, { id, year1, year2, year3, year4, year5 }, { pause });
  const centre = useAnswer(ManufactoryCentreDocument, { id }, { pause });
  const incentives = useAnswer(ManufactoryIncentivesDocument, { id }, { pause });
  return { host, centre, incentives, market, years };
}

/** The years from the beginning of protection, or the last ones of what goes on for longer than that. */
function yearsOf(protectedFrom: string | null): [string, string, string, string, string] {
  const thisYear = Number(thisDay().slice(0, 4));
  const first = Math.min(protectedFrom ? Number(protectedFrom.slice(0, 4)) : thisYear, thisYear - 4);
  const [year1, year2, year3, year4, year5] = [0, 1, 2, 3, 4].map((more) => String(first + more));
  return [year1, year2, year3, year4, year5] as [string, string, string, string, string];
}
