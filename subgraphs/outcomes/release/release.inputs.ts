import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { Order } from '../../../shared/connection/cursor.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { ReleaseStatus } from './release.ts';

/** A list is ordered by columns that are never null, and a draft has neither `sequence` nor `publishedAt`. */
export const NEWEST_FIRST: readonly Order[] = [
  { property: 'assembledOn', descending: true },
  { property: 'period', descending: true },
  { property: 'number', descending: true },
];

@InputType()
export class ReleaseFilter {
  @Field(() => String, { nullable: true, description: 'The code of a dataset, such as PEOPLE.' })
  dataset?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as 2026, 2026-S1 or 2026-Q3.' })
  period?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Those that can tell of this territory: of itself, of one beneath it, or of one that it lies in.',
  })
  territory?: string | null;

  @Field(() => ID, { nullable: true })
  network?: string | null;

  @Field(() => TerritoryLevel, { nullable: true, description: 'The level of the network.' })
  level?: TerritoryLevel | null;

  @Field(() => ReleaseStatus, { nullable: true, description: 'Of what the caller may see.' })
  status?: ReleaseStatus | null;
}

@InputType()
export class AssembleReleaseInput extends NewInput {
  @Field(() => ID)
  networkId: string;

  @Field(() => String, { description: 'The code of a dataset, such as PEOPLE.' })
  dataset: string;

  @Field(() => String, { description: 'Such as 2026, 2026-S1 or 2026-Q3.' })
  period: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class ApproveReleaseInput extends EditInput {
  @Field(() => String, { description: 'The function of who approves it, not the name: "Head of the network".' })
  by: string;
}

@InputType()
export class PublishReleaseInput extends EditInput {}

@InputType()
export class DiscardReleaseInput extends EditInput {}
