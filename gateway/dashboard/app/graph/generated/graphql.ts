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

export type LatestReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestReleaseQuery = { releases: { nodes: Array<{ id: string, territory: { code: string } | null }> } | null };

export type TerritoryPathQueryVariables = Exact<{
  code: string | number;
  within: string;
}>;


export type TerritoryPathQuery = { territory: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel } | null } | null } | null } | null } | null } | null } | null, partnerships: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, regional: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, national: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null };

export type AboveFragment = { code: string, name: string, level: TerritoryLevel };

export const AboveFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Above"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Territory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]} as unknown as DocumentNode<AboveFragment, unknown>;
export const LatestReleaseDocument = {"__meta__":{"hash":"sha256:a93f137f55fff789de54a6d98132bf2eb6eace8e315f799e29fd2dcdf7b4fe99"}} as unknown as DocumentNode<LatestReleaseQuery, LatestReleaseQueryVariables>;
export const TerritoryPathDocument = {"__meta__":{"hash":"sha256:0761e94222aa481e2b73826236afc79b69f3567eb5861036f71b0c0ebaa81b76"}} as unknown as DocumentNode<TerritoryPathQuery, TerritoryPathQueryVariables>;