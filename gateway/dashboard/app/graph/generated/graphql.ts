/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The four levels of the integration graph. */
export type TerritoryLevel =
  | 'EUROPEAN'
  | 'NATIONAL'
  | 'REGIONAL'
  | 'LOCAL';

/** The languages that names of the catalogue have. */
export type Language =
  | 'EN'
  | 'PL';

/** Whom a figure is about. Only figures about people are protected; the others are public facts. */
export type IndicatorSubject =
  | 'PERSON'
  | 'ORGANISATION'
  | 'MONEY';

export type NewReleasesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  territory?: string | null | undefined;
}>;


export type NewReleasesSubscription = { releasePublished: { release: { id: string, number: number, period: string, dataset: { code: string } | null, network: { name: string } | null } | null } };

export type FigureFragment = { value: number | null, period: string, confidential: boolean, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null };

export type MeasuredFragment = { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> };

export type SourceFragment = { id: string, number: number, period: string, asOf: string, network: { name: string } | null };

export type MapIndicatorsQueryVariables = Exact<{
  territory: string | number;
  language: Language;
}>;


export type MapIndicatorsQuery = { datasets: Array<{ code: string, label: string, publishedPeriods: Array<string> | null, indicators: Array<{ code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> }> }> | null };

export type MapPartsQueryVariables = Exact<{
  territory: string | number;
  two: boolean;
  three: boolean;
}>;


export type MapPartsQuery = { territory: { code: string, name: string, level: TerritoryLevel, children: { nodes: Array<{ code: string, name: string, level: TerritoryLevel, below?: { nodes: Array<{ code: string, name: string, level: TerritoryLevel, below?: { nodes: Array<{ code: string, name: string, level: TerritoryLevel }> } }> } }> } } | null };

export type MapFiguresQueryVariables = Exact<{
  dataset: string | number;
  indicator: string | number;
  period: string;
  parts: Array<string | number> | string | number;
  language: Language;
}>;


export type MapFiguresQuery = { observations: Array<{ value: number | null, period: string, confidential: boolean, territory: { code: string } | null, release: { id: string, number: number, period: string, asOf: string, network: { name: string } | null } | null, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null }> | null };

export type OverviewOutcomesQueryVariables = Exact<{
  territory: string | number;
  peoplePeriod: string;
  people?: Array<string | number> | string | number | null | undefined;
  manufactoriesPeriod: string;
  manufactories?: Array<string | number> | string | number | null | undefined;
  language: Language;
}>;


export type OverviewOutcomesQuery = { territory: { code: string, level: TerritoryLevel, people: Array<{ change: number | null, target: number | null, baseline: number | null, value: number | null, period: string, confidential: boolean, release: { id: string, number: number, period: string, asOf: string, network: { name: string } | null } | null, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null }> | null, manufactories: Array<{ change: number | null, target: number | null, baseline: number | null, value: number | null, period: string, confidential: boolean, release: { id: string, number: number, period: string, asOf: string, network: { name: string } | null } | null, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null }> | null } | null, datasets: Array<{ code: string, label: string, publishedPeriods: Array<string> | null }> | null };

export type OverviewCourseQueryVariables = Exact<{
  territory: string | number;
  dataset: string | number;
  periods: Array<string> | string;
  indicators: Array<string | number> | string | number;
  language: Language;
}>;


export type OverviewCourseQuery = { observations: Array<{ value: number | null, period: string, confidential: boolean, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null }> | null };

export type OverviewIndicatorsQueryVariables = Exact<{
  dataset: string | number;
}>;


export type OverviewIndicatorsQuery = { dataset: { indicators: Array<{ code: string }> } | null };

export type OutcomeFragment = { change: number | null, target: number | null, baseline: number | null, value: number | null, period: string, confidential: boolean, release: { id: string, number: number, period: string, asOf: string, network: { name: string } | null } | null, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null };

export type LatestReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestReleaseQuery = { releases: { nodes: Array<{ id: string, territory: { code: string } | null }> } | null };

export type TerritoryPathQueryVariables = Exact<{
  code: string | number;
  within: string;
}>;


export type TerritoryPathQuery = { territory: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel } | null } | null } | null } | null } | null } | null } | null } | null, partnerships: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, regional: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, national: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null };

export type AboveFragment = { code: string, name: string, level: TerritoryLevel };

export const MeasuredFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}}]} as unknown as DocumentNode<MeasuredFragment, unknown>;
export const FigureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"confidential"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Measured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}}]} as unknown as DocumentNode<FigureFragment, unknown>;
export const SourceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SourceFragment, unknown>;
export const OutcomeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Outcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"baseline"}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Source"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"confidential"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Measured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<OutcomeFragment, unknown>;
export const AboveFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Above"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Territory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]} as unknown as DocumentNode<AboveFragment, unknown>;
export const NewReleasesDocument = {"__meta__":{"hash":"sha256:d2ddd54c6a88f65004b1aee40f14feb6e36c26dbfa28528e32e132b4e36505d6"}} as unknown as DocumentNode<NewReleasesSubscription, NewReleasesSubscriptionVariables>;
export const MapIndicatorsDocument = {"__meta__":{"hash":"sha256:aa207ba0b0708a222898f8fcff4f98553b4bfac6a279997199e3094496a129d4"}} as unknown as DocumentNode<MapIndicatorsQuery, MapIndicatorsQueryVariables>;
export const MapPartsDocument = {"__meta__":{"hash":"sha256:c101f35c3fe379e1fad2b6d75acfb8dffd7992ec666164176a05166f1e4c5d55"}} as unknown as DocumentNode<MapPartsQuery, MapPartsQueryVariables>;
export const MapFiguresDocument = {"__meta__":{"hash":"sha256:e58272672482dfbde263bfbce220abcbefbd0d754e600c3ccb1a4618bdbd7911"}} as unknown as DocumentNode<MapFiguresQuery, MapFiguresQueryVariables>;
export const OverviewOutcomesDocument = {"__meta__":{"hash":"sha256:654dc1efec1b17796d9e1fdbc1dedd2b1ebb71f6137a38fd0934386b9dd7b8e3"}} as unknown as DocumentNode<OverviewOutcomesQuery, OverviewOutcomesQueryVariables>;
export const OverviewCourseDocument = {"__meta__":{"hash":"sha256:da083de132cf9d3754a6f2677955d57b12dfb7084a16b357ef58eab709506572"}} as unknown as DocumentNode<OverviewCourseQuery, OverviewCourseQueryVariables>;
export const OverviewIndicatorsDocument = {"__meta__":{"hash":"sha256:f78db0460965a577014feda72b81738565255b5bada5072d20ea882be8df165c"}} as unknown as DocumentNode<OverviewIndicatorsQuery, OverviewIndicatorsQueryVariables>;
export const LatestReleaseDocument = {"__meta__":{"hash":"sha256:a93f137f55fff789de54a6d98132bf2eb6eace8e315f799e29fd2dcdf7b4fe99"}} as unknown as DocumentNode<LatestReleaseQuery, LatestReleaseQueryVariables>;
export const TerritoryPathDocument = {"__meta__":{"hash":"sha256:ed76f8cb2b4afb0283866ed72de7b289081cb773f4a54b921fd5c43c67e92df9"}} as unknown as DocumentNode<TerritoryPathQuery, TerritoryPathQueryVariables>;