import { ArgsType, Field, ID } from 'type-graphql';
import { LATEST } from './relative-period.ts';

const PERIODS =
  'A label ("2026", "2026-S1", "2026-Q3"), LATEST, or relative to today: LAST_4_QUARTERS, LAST_2_HALVES, LAST_5_YEARS (those that are over), THIS_YEAR, LAST_YEAR.';

@ArgsType()
export class OutcomesArguments {
  @Field(() => ID)
  dataset: string;

  @Field(() => String, { defaultValue: LATEST, description: PERIODS })
  period: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'All of the dataset that have the breakdown, where it is left out.',
  })
  indicators?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'One trait, or two: "SEX", "EMPLOYMENT;SEX". Else all people together.',
  })
  breakdown?: string | null;

  @Field(() => ID, { nullable: true, description: 'In place of the nearest network.' })
  network?: string | null;

  @Field(() => ID, { nullable: true, description: 'This release and no other, though a newer one may be published.' })
  release?: string | null;
}

@ArgsType()
export class ComparisonArguments {
  @Field(() => ID)
  dataset: string;

  @Field(() => [ID])
  indicators: string[];

  @Field(() => [ID], { description: 'Their codes, up to 100.' })
  territories: string[];

  @Field(() => [String], {
    description: `Each of them ${PERIODS.charAt(0).toLowerCase()}${PERIODS.slice(1)} Up to 20 in all.`,
  })
  periods: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'One trait, or two: "SEX", "EMPLOYMENT;SEX". Else all people together.',
  })
  breakdown?: string | null;
}
