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

/** What data may be shared for. The list is closed: for nothing else. */
export type SharingPurpose =
  /** Support of a person by those who work with them. */
  | 'CASE_WORK'
  /** Employment of a person by a parent institution. */
  | 'PAYROLL_HOST'
  /** The check whether an incentive was used as it was meant. */
  | 'INCENTIVE_CONTROL'
  /** Counts for outcomes, in which nobody can be recognised. */
  | 'STATISTICS'
  /** The control of the partnership by those who fund or supervise it. */
  | 'AUDIT'
  /** The answer to a person who asks for the data about them. */
  | 'DATA_SUBJECT';

/** What kind of data is shared; of a person never more than these say, under a pseudonym. */
export type DataCategory =
  /** How far a person has come: assessed, planned, in training, employed. */
  | 'JOURNEY'
  /** That and from when to when a person is employed. */
  | 'EMPLOYMENT'
  /** Types and hours of training, therapy and advice. */
  | 'SUPPORT_HOURS'
  /** Incentives of a manufactory, and what was paid of them. */
  | 'INCENTIVES'
  /** Services of a manufactory, and what was ordered of them. */
  | 'SERVICES'
  /** Numbers without any person behind them. */
  | 'COUNTS';

/** The three sectors of a partnership. */
export type Sector =
  | 'PUBLIC'
  | 'PRIVATE'
  | 'NON_GOVERNMENTAL';

/** What a partner is to the partnership. */
export type PartnerRole =
  | 'LEADER'
  | 'MUNICIPALITY'
  | 'SUPPORT_CENTRE'
  | 'PARENT_INSTITUTION'
  | 'MEDIA'
  | 'NETWORK';

/** A partner is invited and accepts or declines; who accepted may be released later. */
export type PartnerStatus =
  | 'INVITED'
  /** It works in the partnership. */
  | 'ACCEPTED'
  | 'DECLINED'
  | 'RELEASED';

/** A partnership forms, is active and ends. */
export type PartnershipStatus =
  /** It gathers its partners. */
  | 'FORMING'
  /** It began its work with partners of all three sectors, one of which leads. */
  | 'ACTIVE'
  | 'ENDED';

/** Taking the model over is considered, then ready, and then started or abandoned. */
export type ReplicationStatus =
  | 'CONSIDERED'
  /** The locality has a defined problem and 3 determined partners or more. */
  | 'READY'
  /** A partnership came of it. */
  | 'STARTED'
  /** It came to nothing, ready or not. */
  | 'ABANDONED';

export type AnswersPartnershipQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersPartnershipQuery = { partnerships: { totalCount: number } | null };

export type AnswersMunicipalityQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersMunicipalityQuery = { municipalities: { totalCount: number } | null };

export type AnswersCpsQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersCpsQuery = { supportCentres: { totalCount: number } | null };

export type AnswersInstitutionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersInstitutionsQuery = { parentInstitutions: { totalCount: number } | null };

export type AnswersMarketplaceQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersMarketplaceQuery = { services: { totalCount: number } | null };

export type AnswersOutcomesQueryVariables = Exact<{ [key: string]: never; }>;


export type AnswersOutcomesQuery = { datasets: Array<{ code: string }> | null };

export type PartnersPartnershipsQueryVariables = Exact<{
  territory: string;
}>;


export type PartnersPartnershipsQuery = { partnerships: { totalCount: number, nodes: Array<{ id: string, name: string, status: PartnershipStatus }> } | null };

export type PartnersPartnershipQueryVariables = Exact<{
  id: string | number;
}>;


export type PartnersPartnershipQuery = { partnership: { id: string, problem: string, since: string, until: string | null, territory: { code: string, name: string } | null, leader: { id: string, organisation: { name: string } | null } | null, partners: { totalCount: number, nodes: Array<{ id: string, sector: Sector, role: PartnerRole, status: PartnerStatus, duties: string, since: string, until: string | null, reason: string | null, organisation: { name: string } | null }> }, agreements: { nodes: Array<{ id: string, purpose: SharingPurpose, categories: Array<DataCategory>, since: string, until: string | null, isInForce: boolean, parties: Array<{ id: string, organisation: { name: string } | null }> }> }, replicatedFrom: { name: string, territory: { code: string, name: string } | null } | null, replications: { nodes: Array<{ id: string, status: ReplicationStatus, consideredOn: string, assessedOn: string | null, startedOn: string | null, abandonedOn: string | null, reason: string | null, territory: { code: string, name: string } | null, startedPartnership: { name: string } | null }> }, exchanges: { nodes: Array<{ id: string, title: string, foreignPartner: string, country: string, topic: string, since: string, until: string | null }> } } | null };

export type PartnersPartnerFragment = { id: string, sector: Sector, role: PartnerRole, status: PartnerStatus, duties: string, since: string, until: string | null, reason: string | null, organisation: { name: string } | null };

export type PartnersReplicationFragment = { id: string, status: ReplicationStatus, consideredOn: string, assessedOn: string | null, startedOn: string | null, abandonedOn: string | null, reason: string | null, territory: { code: string, name: string } | null, startedPartnership: { name: string } | null };

export type PartnersExchangeFragment = { id: string, title: string, foreignPartner: string, country: string, topic: string, since: string, until: string | null };

export type PartnersNetworksQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnersNetworksQuery = { networks: { nodes: Array<{ id: string, name: string, level: TerritoryLevel, organisation: { name: string } | null, territory: { code: string, name: string } | null, partnerships: { nodes: Array<{ id: string }> } }> } | null };

export type PartnersChangedSubscriptionVariables = Exact<{
  partnership?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnersChangedSubscription = { partnerChanged: { change: PartnerStatus, partner: { id: string, organisation: { name: string } | null } | null } };

export type LatestReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestReleaseQuery = { releases: { nodes: Array<{ id: string, territory: { code: string } | null }> } | null };

export type TerritoryPathQueryVariables = Exact<{
  code: string | number;
  within: string;
}>;


export type TerritoryPathQuery = { territory: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel } | null } | null } | null } | null } | null } | null } | null, partnerships: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, regional: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, national: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null };

export type AboveFragment = { code: string, name: string, level: TerritoryLevel };

export const PartnersPartnerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersPartner"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Partner"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"duties"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PartnersPartnerFragment, unknown>;
export const PartnersReplicationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersReplication"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Replication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"consideredOn"}},{"kind":"Field","name":{"kind":"Name","value":"assessedOn"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"abandonedOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedPartnership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PartnersReplicationFragment, unknown>;
export const PartnersExchangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersExchange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Exchange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"foreignPartner"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]} as unknown as DocumentNode<PartnersExchangeFragment, unknown>;
export const AboveFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Above"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Territory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]} as unknown as DocumentNode<AboveFragment, unknown>;
export const AnswersPartnershipDocument = {"__meta__":{"hash":"sha256:39275ac4dacf9113fa5ece5b58202d0265ffe77ca4087a82f76be07c801bba14"}} as unknown as DocumentNode<AnswersPartnershipQuery, AnswersPartnershipQueryVariables>;
export const AnswersMunicipalityDocument = {"__meta__":{"hash":"sha256:34bc22c1f7b154bae938017da0758cbfb21794affc0597d7ee39fa37bfc3fe48"}} as unknown as DocumentNode<AnswersMunicipalityQuery, AnswersMunicipalityQueryVariables>;
export const AnswersCpsDocument = {"__meta__":{"hash":"sha256:f5a0ab6c7c8a9bbe3e54a9d4cba21d2b659eeaa4a181b2119222a68bf875530f"}} as unknown as DocumentNode<AnswersCpsQuery, AnswersCpsQueryVariables>;
export const AnswersInstitutionsDocument = {"__meta__":{"hash":"sha256:119f185959b7301d35aea16d7de6da6fdc4c3fe6bee61216b0b1a5b9f03a99ec"}} as unknown as DocumentNode<AnswersInstitutionsQuery, AnswersInstitutionsQueryVariables>;
export const AnswersMarketplaceDocument = {"__meta__":{"hash":"sha256:1eb77b21bb0bb2f3f452f584a061f8f297cd357cd3afb0c98308c14d7f3e2e55"}} as unknown as DocumentNode<AnswersMarketplaceQuery, AnswersMarketplaceQueryVariables>;
export const AnswersOutcomesDocument = {"__meta__":{"hash":"sha256:2d4096bdb774ee8f34c8e8bb51f410d8270b8cf16c12069a4bacf90897ba2d60"}} as unknown as DocumentNode<AnswersOutcomesQuery, AnswersOutcomesQueryVariables>;
export const PartnersPartnershipsDocument = {"__meta__":{"hash":"sha256:d421d19fb526c78dab6d451fe6d6b7f24e9694b0b86dcc0a091c86f664a94325"}} as unknown as DocumentNode<PartnersPartnershipsQuery, PartnersPartnershipsQueryVariables>;
export const PartnersPartnershipDocument = {"__meta__":{"hash":"sha256:2b1965b749710daad31b4c81560c0315c0db107ca67790dc27085ba1085f7e6a"}} as unknown as DocumentNode<PartnersPartnershipQuery, PartnersPartnershipQueryVariables>;
export const PartnersNetworksDocument = {"__meta__":{"hash":"sha256:a7354eebce7660120c1972804ab16a7ecacdf72a69e45e7bef062b877e02772c"}} as unknown as DocumentNode<PartnersNetworksQuery, PartnersNetworksQueryVariables>;
export const PartnersChangedDocument = {"__meta__":{"hash":"sha256:6b5c659ce846175ac15beffbc8785ec0b02f1de7feeb080310535d973a9b5ea2"}} as unknown as DocumentNode<PartnersChangedSubscription, PartnersChangedSubscriptionVariables>;
export const LatestReleaseDocument = {"__meta__":{"hash":"sha256:a93f137f55fff789de54a6d98132bf2eb6eace8e315f799e29fd2dcdf7b4fe99"}} as unknown as DocumentNode<LatestReleaseQuery, LatestReleaseQueryVariables>;
export const TerritoryPathDocument = {"__meta__":{"hash":"sha256:0761e94222aa481e2b73826236afc79b69f3567eb5861036f71b0c0ebaa81b76"}} as unknown as DocumentNode<TerritoryPathQuery, TerritoryPathQueryVariables>;