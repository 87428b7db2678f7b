/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type TrainingTopic =
  | 'MARKET'
  | 'MARKETING'
  | 'FUNDRAISING'
  | 'GRANTS'
  | 'BUSINESS_PLAN'
  | 'OTHER';

/** A training is planned, runs and is completed; until then it may be cancelled. */
export type TrainingStatus =
  | 'PLANNED'
  | 'RUNNING'
  | 'COMPLETED'
  | 'CANCELLED';

/** What the parent institution thinks; NONE where it gave no opinion. */
export type ParentOpinion =
  | 'AGREES'
  | 'DISAGREES'
  | 'NONE';

/** An idea is submitted, then verified or rejected by the CPS. */
export type IdeaStatus =
  | 'SUBMITTED'
  | 'VERIFIED'
  | 'REJECTED';

/** From preparation through the protective period (okres ochronny) to independence, or to staying in the parent institution. */
export type ManufactoryStatus =
  | 'PREPARING'
  | 'PROTECTED'
  | 'DECISION'
  | 'INDEPENDENT'
  | 'RETAINED'
  | 'CLOSED';

/** How support fades (wygasające wsparcie); an axis of its own, beside the status. */
export type SupportPhase =
  | 'FULL'
  | 'FADING'
  | 'ENDED';

/** Which of a manufactory's two states changed: its status, or the phase of its support. */
export type TransitionAxis =
  | 'STATUS'
  | 'SUPPORT';

/** What happened: it was created, its status, the phase of its support or other facts of it changed. */
export type ManufactoryChangeKind =
  | 'CREATED'
  | 'STATUS_CHANGED'
  | 'SUPPORT_CHANGED'
  | 'FACTS_CHANGED';

/** A service is drafted, then offered, may pause, and ends. */
export type ServiceStatus =
  | 'DRAFT'
  | 'ACTIVE'
  | 'PAUSED'
  | 'ENDED';

/** How a municipality helps (system zachęt). */
export type IncentiveKind =
  | 'RENT_RELIEF'
  | 'GRANT'
  | 'SOCIAL_CLAUSE'
  | 'TAX_RELIEF';

/** An incentive is awarded, paid in full, and settled; or revoked before it is settled. */
export type IncentiveStatus =
  | 'AWARDED'
  | 'PAID'
  | 'SETTLED'
  | 'REVOKED';

/** The four levels of the integration graph. */
export type TerritoryLevel =
  | 'EUROPEAN'
  | 'NATIONAL'
  | 'REGIONAL'
  | 'LOCAL';

export type MakeIndependentInput = {
  /** A text of your own choice; a write that is repeated with the same one acts once. */
  idempotencyKey?: string | null | undefined;
  id: string | number;
  /** The version that you saw; the write is refused where it has changed since. */
  expectedVersion: number;
  /** When it happened; today where none is said. */
  on?: string | null | undefined;
  /** Why; it is kept in the history. */
  reason?: string | null | undefined;
  /** The code of its legal form: "SOCIAL_COOPERATIVE". */
  legalFormCode: string;
  /** Its number in a public register; this or the next. */
  identifier?: LegalIdentifierInput | null | undefined;
  /** The organisation that it became. */
  becameOrganisationId?: string | number | null | undefined;
};

export type LegalIdentifierInput = {
  /** The register, by its org-id.guide code: "PL-KRS", "PL-NIP", "PL-REGON". */
  scheme: string;
  value: string;
};

export type ManufactoryBoardQueryVariables = Exact<{
  territory: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ManufactoryBoardQuery = { manufactories: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, name: string, status: ManufactoryStatus, supportPhase: SupportPhase, protectedFrom: string | null, protectedUntil: string | null, protectionExtended: boolean, independentSince: string | null, retainedSince: string | null, closedOn: string | null, activity: { code: string, label: string }, territory: { name: string } | null, parentInstitution: { id: string, organisation: { name: string } | null } | null, supportSteps: Array<{ startsOn: string, percent: number }> }> } | null, preparing: { totalCount: number } | null, protected: { totalCount: number } | null, decision: { totalCount: number } | null, independent: { totalCount: number } | null, retained: { totalCount: number } | null, closed: { totalCount: number } | null };

export type ManufactoryBoardChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  territory: string;
}>;


export type ManufactoryBoardChangesSubscription = { manufactoryChanged: { change: ManufactoryChangeKind, manufactory: { id: string, version: number, name: string, status: ManufactoryStatus, supportPhase: SupportPhase, protectedFrom: string | null, protectedUntil: string | null, protectionExtended: boolean, independentSince: string | null, retainedSince: string | null, closedOn: string | null, activity: { code: string, label: string }, territory: { name: string } | null, parentInstitution: { id: string, organisation: { name: string } | null } | null, supportSteps: Array<{ startsOn: string, percent: number }> } | null } };

export type ManufactoryCardFragment = { id: string, version: number, name: string, status: ManufactoryStatus, supportPhase: SupportPhase, protectedFrom: string | null, protectedUntil: string | null, protectionExtended: boolean, independentSince: string | null, retainedSince: string | null, closedOn: string | null, activity: { code: string, label: string }, territory: { name: string } | null, parentInstitution: { id: string, organisation: { name: string } | null } | null, supportSteps: Array<{ startsOn: string, percent: number }> };

export type ManufactoryHostQueryVariables = Exact<{
  id: string | number;
}>;


export type ManufactoryHostQuery = { manufactory: { id: string, version: number, name: string, status: ManufactoryStatus, supportPhase: SupportPhase, protectedFrom: string | null, protectedUntil: string | null, protectionExtended: boolean, extensionReason: string | null, independentSince: string | null, retainedSince: string | null, closedOn: string | null, closureReason: string | null, activity: { code: string, label: string }, territory: { code: string, name: string } | null, department: { name: string } | null, parentInstitution: { organisation: { name: string } | null } | null, supportSteps: Array<{ startsOn: string, percent: number }>, history: { nodes: Array<{ atVersion: number, axis: TransitionAxis, from: string | null, to: string, on: string, reason: string | null }> }, legalForm: { code: string, label: string } | null, legalIdentifier: { scheme: string, value: string } | null, becameOrganisation: { name: string } | null } | null };

export type ManufactoryCentreQueryVariables = Exact<{
  id: string | number;
}>;


export type ManufactoryCentreQuery = { manufactory: { id: string, idea: { title: string, need: string, status: IdeaStatus, submittedOn: string, verifiedOn: string | null, needAssessment: string | null, marketAssessment: string | null, supportCentre: { name: string, organisation: { name: string } | null } | null } | null, trainings: { nodes: Array<{ id: string, title: string, topic: TrainingTopic, hours: string, status: TrainingStatus, startsOn: string, endsOn: string, supportCentre: { name: string, organisation: { name: string } | null } | null }> } | null, legalFormAdvice: { advisedOn: string, parentOpinion: ParentOpinion, recommended: { code: string, label: string }, alternatives: Array<{ code: string, label: string }>, supportCentre: { name: string, organisation: { name: string } | null } | null } | null } | null };

export type CentreNameFragment = { name: string, organisation: { name: string } | null };

export type ManufactoryIncentivesQueryVariables = Exact<{
  id: string | number;
}>;


export type ManufactoryIncentivesQuery = { manufactory: { id: string, publicCost: { amount: string, currency: string } | null, incentives: { nodes: Array<{ id: string, kind: IncentiveKind, status: IncentiveStatus, awardedOn: string, endedOn: string | null, endReason: string | null, amount: { amount: string, currency: string }, scheme: { title: string } | null, municipality: { name: string, organisation: { name: string } | null } | null, payments: { nodes: Array<{ paidOn: string, amount: { amount: string, currency: string } | null }> } }> } | null } | null };

export type ManufactoryMarketQueryVariables = Exact<{
  id: string | number;
  year1: string;
  year2: string;
  year3: string;
  year4: string;
  year5: string;
}>;


export type ManufactoryMarketQuery = { manufactory: { id: string, services: { totalCount: number, nodes: Array<{ id: string, name: string, status: ServiceStatus, offeredSince: string | null, endedOn: string | null, rating: string | null, reviews: number | null, priceUnit: string | null, price: { amount: string, currency: string } | null, seller: { name: string } | null }> } | null, income1: Array<{ amount: string, currency: string }> | null, income2: Array<{ amount: string, currency: string }> | null, income3: Array<{ amount: string, currency: string }> | null, income4: Array<{ amount: string, currency: string }> | null, income5: Array<{ amount: string, currency: string }> | null } | null };

export type ManufactoryStoryChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  territory: string;
}>;


export type ManufactoryStoryChangesSubscription = { manufactoryChanged: { manufactory: { id: string, name: string, status: ManufactoryStatus } | null } };

export type ManufactoryStoryAwardsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  territory: string;
}>;


export type ManufactoryStoryAwardsSubscription = { incentiveAwarded: { incentive: { id: string, kind: IncentiveKind, amount: { amount: string, currency: string }, manufactory: { id: string } | null } | null } };

export type RecordIndependenceMutationVariables = Exact<{
  input: MakeIndependentInput;
}>;


export type RecordIndependenceMutation = { makeIndependent: { id: string, version: number, status: ManufactoryStatus } };

export type LatestReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestReleaseQuery = { releases: { nodes: Array<{ id: string, territory: { code: string } | null }> } | null };

export type TerritoryPathQueryVariables = Exact<{
  code: string | number;
  within: string;
}>;


export type TerritoryPathQuery = { territory: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel } | null } | null } | null } | null } | null } | null } | null, partnerships: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, regional: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, national: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null };

export type AboveFragment = { code: string, name: string, level: TerritoryLevel };

export const ManufactoryCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManufactoryCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Manufactory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"supportPhase"}},{"kind":"Field","name":{"kind":"Name","value":"protectedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"protectedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"protectionExtended"}},{"kind":"Field","name":{"kind":"Name","value":"independentSince"}},{"kind":"Field","name":{"kind":"Name","value":"retainedSince"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parentInstitution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}}]}}]} as unknown as DocumentNode<ManufactoryCardFragment, unknown>;
export const CentreNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CentreName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SupportCentre"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CentreNameFragment, unknown>;
export const AboveFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Above"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Territory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]} as unknown as DocumentNode<AboveFragment, unknown>;
export const ManufactoryBoardDocument = {"__meta__":{"hash":"sha256:5d0a5f416f389b0af811d67561d041b64e9173c7946d58b02fc510e6f36d0a0d"}} as unknown as DocumentNode<ManufactoryBoardQuery, ManufactoryBoardQueryVariables>;
export const ManufactoryBoardChangesDocument = {"__meta__":{"hash":"sha256:980973672a9758d41b76f9c90ec62b39b25493ce5ca03bb4123a0db582e738ee"}} as unknown as DocumentNode<ManufactoryBoardChangesSubscription, ManufactoryBoardChangesSubscriptionVariables>;
export const ManufactoryHostDocument = {"__meta__":{"hash":"sha256:2025d00a1f8c70cf3c5679de5ecfb82e7f431301e6f77863aa66406c9bed0922"}} as unknown as DocumentNode<ManufactoryHostQuery, ManufactoryHostQueryVariables>;
export const ManufactoryCentreDocument = {"__meta__":{"hash":"sha256:9571d0b34b99e998904ded38f7118168fe9af4ed166a52388af95245ecd47747"}} as unknown as DocumentNode<ManufactoryCentreQuery, ManufactoryCentreQueryVariables>;
export const ManufactoryIncentivesDocument = {"__meta__":{"hash":"sha256:93ad994fe5d875c6fdfbea573454e50122a0d527d34c7a5059211f9c23a1a754"}} as unknown as DocumentNode<ManufactoryIncentivesQuery, ManufactoryIncentivesQueryVariables>;
export const ManufactoryMarketDocument = {"__meta__":{"hash":"sha256:d399d0107037597d781aa9fb0db1dd4fc51e176bb1cc0f874a4ce85dfa64f19a"}} as unknown as DocumentNode<ManufactoryMarketQuery, ManufactoryMarketQueryVariables>;
export const ManufactoryStoryChangesDocument = {"__meta__":{"hash":"sha256:02f6300232a286ac3b553174ed419ae67d88e7391ec4d9dcde1be8c311b000a2"}} as unknown as DocumentNode<ManufactoryStoryChangesSubscription, ManufactoryStoryChangesSubscriptionVariables>;
export const ManufactoryStoryAwardsDocument = {"__meta__":{"hash":"sha256:a321532f1c4fe2992d6835efeae278a3b0a4997e84be9fb06e783ab084c79786"}} as unknown as DocumentNode<ManufactoryStoryAwardsSubscription, ManufactoryStoryAwardsSubscriptionVariables>;
export const RecordIndependenceDocument = {"__meta__":{"hash":"sha256:a45b12ee7ffa1c3cb7461b6b54382d1a4657280d10115ffa431ee750a8d05987"}} as unknown as DocumentNode<RecordIndependenceMutation, RecordIndependenceMutationVariables>;
export const LatestReleaseDocument = {"__meta__":{"hash":"sha256:a93f137f55fff789de54a6d98132bf2eb6eace8e315f799e29fd2dcdf7b4fe99"}} as unknown as DocumentNode<LatestReleaseQuery, LatestReleaseQueryVariables>;
export const TerritoryPathDocument = {"__meta__":{"hash":"sha256:0761e94222aa481e2b73826236afc79b69f3567eb5861036f71b0c0ebaa81b76"}} as unknown as DocumentNode<TerritoryPathQuery, TerritoryPathQueryVariables>;