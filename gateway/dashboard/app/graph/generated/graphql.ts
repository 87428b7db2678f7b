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

/** A consultation is planned, open to answers, closed, and at last reported to the community. */
export type ConsultationStatus =
  | 'PLANNED'
  | 'OPEN'
  | 'CLOSED'
  | 'REPORTED';

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

/** A day of the week, as iCalendar writes it. */
export type Weekday =
  | 'MO'
  | 'TU'
  | 'WE'
  | 'TH'
  | 'FR'
  | 'SA'
  | 'SU';

/** A budget is drafted, adopted, amended as often as need be, and executed. */
export type BudgetStatus =
  | 'DRAFT'
  | 'ADOPTED'
  | 'AMENDED'
  | 'EXECUTED';

/** How a municipality helps (system zachęt). */
export type IncentiveKind =
  | 'RENT_RELIEF'
  | 'GRANT'
  | 'SOCIAL_CLAUSE'
  | 'TAX_RELIEF';

/** A scheme is announced, then open for awards, then closed. */
export type SchemeStatus =
  | 'ANNOUNCED'
  | 'OPEN'
  | 'CLOSED';

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

/** Where a figure is from: a count of each person, a sample, an informed estimate, or whom an operation was made for. From the strongest to the weakest. */
export type Basis =
  | 'MEASURED'
  | 'SAMPLE'
  | 'ESTIMATE'
  | 'TARGET_GROUP';

/** The languages that names of the catalogue have. */
export type Language =
  | 'EN'
  | 'PL';

/** Whom a figure is about. Only figures about people are protected; the others are public facts. */
export type IndicatorSubject =
  | 'PERSON'
  | 'ORGANISATION'
  | 'MONEY';

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

export type AwardIncentiveInput = {
  /** A text of your own choice; a write that is repeated with the same one acts once. */
  idempotencyKey?: string | null | undefined;
  schemeId: string | number;
  manufactoryId: string | number;
  /** Which hosts the manufactory. */
  parentInstitutionId: string | number;
  /** In the currency of the scheme's budget. */
  amount: string;
  /** Today where none is given. */
  on?: string | null | undefined;
  /** Where it takes effect; the scheme's territory where none is given. */
  territory?: string | null | undefined;
};

export type CommunityConsultationsQueryVariables = Exact<{
  territory: string;
}>;


export type CommunityConsultationsQuery = { open: { totalCount: number, nodes: Array<{ id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null }> } | null, planned: { totalCount: number, nodes: Array<{ id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null }> } | null, closed: { totalCount: number, nodes: Array<{ id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null }> } | null, reported: { totalCount: number, nodes: Array<{ id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null }> } | null };

export type CommunityConsultationsFragment = { totalCount: number, nodes: Array<{ id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null }> };

export type CommunityConsultationFragment = { id: string, question: string, status: ConsultationStatus, opensOn: string, closesOn: string, reportedOn: string | null, report: string | null, answerCount: number, supportCentre: { name: string } | null, territory: { name: string } | null, needs: { totalCount: number, nodes: Array<{ id: string, title: string }> }, budgetLines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, budget: { year: number } | null }> } | null };

export type CommunityNeedsQueryVariables = Exact<{
  territory: string;
  first: number;
}>;


export type CommunityNeedsQuery = { needs: { totalCount: number, nodes: Array<{ id: string, title: string, description: string, voicedOn: string, activity: { label: string } | null, territory: { name: string } | null, answeredBy: { totalCount: number, nodes: Array<{ id: string, answeredOn: string, service: { id: string, name: string, status: ServiceStatus, seller: { name: string } | null } | null }> } | null }> } | null };

export type CommunityNeedFragment = { id: string, title: string, description: string, voicedOn: string, activity: { label: string } | null, territory: { name: string } | null, answeredBy: { totalCount: number, nodes: Array<{ id: string, answeredOn: string, service: { id: string, name: string, status: ServiceStatus, seller: { name: string } | null } | null }> } | null };

export type CommunityServicesQueryVariables = Exact<{
  territory: string;
  first: number;
}>;


export type CommunityServicesQuery = { services: { totalCount: number, nodes: Array<{ id: string, name: string, priceUnit: string | null, eligibility: string | null, rating: string | null, reviews: number | null, price: { amount: string, currency: string } | null, seller: { name: string } | null, territory: { name: string } | null, schedule: Array<{ weekdays: Array<Weekday>, opensAt: string, closesAt: string, validFrom: string | null, validTo: string | null }>, priceOptions: { totalCount: number, nodes: Array<{ id: string, label: string, unit: string | null, price: { amount: string, currency: string } }> } }> } | null };

export type CommunityServiceFragment = { id: string, name: string, priceUnit: string | null, eligibility: string | null, rating: string | null, reviews: number | null, price: { amount: string, currency: string } | null, seller: { name: string } | null, territory: { name: string } | null, schedule: Array<{ weekdays: Array<Weekday>, opensAt: string, closesAt: string, validFrom: string | null, validTo: string | null }>, priceOptions: { totalCount: number, nodes: Array<{ id: string, label: string, unit: string | null, price: { amount: string, currency: string } }> } };

export type CommunityAnnouncementsQueryVariables = Exact<{
  territory: string;
  on: string;
}>;


export type CommunityAnnouncementsQuery = { announcements: { nodes: Array<{ id: string, title: string, text: string, shownFrom: string, shownUntil: string, supportCentre: { name: string } | null }> } | null };

export type CommunityConsultationChangedSubscriptionVariables = Exact<{
  territory: string;
  after?: string | null | undefined;
}>;


export type CommunityConsultationChangedSubscription = { consultationChanged: { change: ConsultationStatus, consultation: { id: string, question: string } | null } };

export type CommunityServiceOfferedSubscriptionVariables = Exact<{
  territory: string;
  after?: string | null | undefined;
}>;


export type CommunityServiceOfferedSubscription = { serviceOffered: { service: { id: string, name: string } | null } };

export type NewReleasesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  territory?: string | null | undefined;
}>;


export type NewReleasesSubscription = { releasePublished: { release: { id: string, number: number, period: string, dataset: { code: string } | null, network: { name: string } | null } | null } };

export type FigureFragment = { value: number | null, period: string, confidential: boolean, indicator: { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, fallback: { value: number | null, territory: { code: string, name: string } | null } | null };

export type MeasuredFragment = { code: string, label: string, unit: string, decimals: number, subject: IndicatorSubject, lowestLevel: TerritoryLevel, thresholds: Array<{ level: TerritoryLevel, threshold: number }> };

export type SourceFragment = { id: string, number: number, period: string, asOf: string, network: { name: string } | null };

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

export type MoneyBudgetsQueryVariables = Exact<{
  territory: string;
  first: number;
}>;


export type MoneyBudgetsQuery = { budgets: { totalCount: number, nodes: Array<{ id: string, year: number, status: BudgetStatus, adoptedOn: string | null, amendedOn: string | null, executedOn: string | null, municipality: { name: string } | null, amount: { amount: string, currency: string }, awarded: { amount: string, currency: string }, paid: { amount: string, currency: string }, available: { amount: string, currency: string }, lines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, awarded: { amount: string, currency: string } | null, paid: { amount: string, currency: string } | null, available: { amount: string, currency: string } | null }> } }> } | null };

export type MoneyBudgetFragment = { id: string, year: number, status: BudgetStatus, adoptedOn: string | null, amendedOn: string | null, executedOn: string | null, municipality: { name: string } | null, amount: { amount: string, currency: string }, awarded: { amount: string, currency: string }, paid: { amount: string, currency: string }, available: { amount: string, currency: string }, lines: { totalCount: number, nodes: Array<{ id: string, code: string, title: string, amount: { amount: string, currency: string } | null, awarded: { amount: string, currency: string } | null, paid: { amount: string, currency: string } | null, available: { amount: string, currency: string } | null }> } };

export type MoneySumFragment = { amount: string, currency: string };

export type MoneySchemesQueryVariables = Exact<{
  territory: string;
}>;


export type MoneySchemesQuery = { incentiveSchemes: { totalCount: number, nodes: Array<{ id: string, kind: IncentiveKind, title: string, status: SchemeStatus, opensOn: string, closesOn: string | null, openedOn: string | null, closedOn: string | null, municipality: { name: string, territory: { code: string } | null, organisation: { id: string } | null } | null, budgetLine: { id: string, code: string, title: string, available: { amount: string, currency: string } | null } | null, incentives: { totalCount: number, nodes: Array<{ status: IncentiveStatus, amount: { amount: string, currency: string }, paid: { amount: string, currency: string }, returned: { amount: string, currency: string }, manufactory: { id: string } | null }> } }> } | null };

export type MoneySchemeFragment = { id: string, kind: IncentiveKind, title: string, status: SchemeStatus, opensOn: string, closesOn: string | null, openedOn: string | null, closedOn: string | null, municipality: { name: string, territory: { code: string } | null, organisation: { id: string } | null } | null, budgetLine: { id: string, code: string, title: string, available: { amount: string, currency: string } | null } | null, incentives: { totalCount: number, nodes: Array<{ status: IncentiveStatus, amount: { amount: string, currency: string }, paid: { amount: string, currency: string }, returned: { amount: string, currency: string }, manufactory: { id: string } | null }> } };

export type MoneyFiguresQueryVariables = Exact<{
  territory: string | number;
  year: string;
  quarter: string;
  language: Language;
}>;


export type MoneyFiguresQuery = { territory: { code: string, level: TerritoryLevel, jobs: Array<{ value: number | null, period: string, confidential: boolean, unit: string, basis: Basis, asOf: string, target: number | null, indicator: { code: string, label: string, decimals: number, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, release: { network: { name: string } | null } | null, fallback: { value: number | null, period: string, asOf: string, territory: { code: string, name: string } | null } | null }> | null, incentives: Array<{ value: number | null, period: string, confidential: boolean, unit: string, basis: Basis, asOf: string, target: number | null, indicator: { code: string, label: string, decimals: number, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, release: { network: { name: string } | null } | null, fallback: { value: number | null, period: string, asOf: string, territory: { code: string, name: string } | null } | null }> | null } | null };

export type MoneyFigureFragment = { value: number | null, period: string, confidential: boolean, unit: string, basis: Basis, asOf: string, target: number | null, indicator: { code: string, label: string, decimals: number, thresholds: Array<{ level: TerritoryLevel, threshold: number }> } | null, release: { network: { name: string } | null } | null, fallback: { value: number | null, period: string, asOf: string, territory: { code: string, name: string } | null } | null };

export type MoneyManufactoriesQueryVariables = Exact<{
  territory: string;
}>;


export type MoneyManufactoriesQuery = { manufactories: { nodes: Array<{ id: string, name: string, status: ManufactoryStatus, territory: { code: string, name: string } | null, parentInstitution: { id: string, organisation: { name: string } | null } | null }> } | null };

export type MoneyAwardMutationVariables = Exact<{
  input: AwardIncentiveInput;
}>;


export type MoneyAwardMutation = { awardIncentive: { id: string, budgetLine: { code: string, available: { amount: string, currency: string } | null } | null, amount: { amount: string, currency: string }, manufactory: { name: string } | null } };

export type MoneyAwardedFragment = { id: string, amount: { amount: string, currency: string }, manufactory: { name: string } | null };

export type MoneyIncentiveAwardedSubscriptionVariables = Exact<{
  territory: string;
  after?: string | null | undefined;
}>;


export type MoneyIncentiveAwardedSubscription = { incentiveAwarded: { incentive: { id: string, scheme: { id: string } | null, budgetLine: { budget: { id: string } | null } | null, amount: { amount: string, currency: string }, manufactory: { name: string } | null } | null } };

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


export type LatestReleaseQuery = { releases: { nodes: Array<{ id: string, publishedAt: string | null, territory: { code: string } | null }> } | null };

export type TerritoryPathQueryVariables = Exact<{
  code: string | number;
  within: string;
}>;


export type TerritoryPathQuery = { territory: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel, parent: { code: string, name: string, level: TerritoryLevel } | null } | null } | null } | null } | null } | null } | null } | null, partnerships: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, regional: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null, national: { nodes: Array<{ territory: { code: string, name: string, level: TerritoryLevel } | null }> } | null };

export type AboveFragment = { code: string, name: string, level: TerritoryLevel };

export const CommunityConsultationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityConsultation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}},{"kind":"Field","name":{"kind":"Name","value":"closesOn"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"report"}},{"kind":"Field","name":{"kind":"Name","value":"answerCount"}},{"kind":"Field","name":{"kind":"Name","value":"supportCentre"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"needs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"budgetLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommunityConsultationFragment, unknown>;
export const CommunityConsultationsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityConsultations"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommunityConsultation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityConsultation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}},{"kind":"Field","name":{"kind":"Name","value":"closesOn"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"report"}},{"kind":"Field","name":{"kind":"Name","value":"answerCount"}},{"kind":"Field","name":{"kind":"Name","value":"supportCentre"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"needs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"budgetLines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommunityConsultationsFragment, unknown>;
export const CommunityNeedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityNeed"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Need"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"voicedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"4"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"answeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"seller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommunityNeedFragment, unknown>;
export const CommunityServiceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityService"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Service"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"eligibility"}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"reviews"}},{"kind":"Field","name":{"kind":"Name","value":"seller"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schedule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"opensAt"}},{"kind":"Field","name":{"kind":"Name","value":"closesAt"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"priceOptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"4"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CommunityServiceFragment, unknown>;
export const ManufactoryCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ManufactoryCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Manufactory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"supportPhase"}},{"kind":"Field","name":{"kind":"Name","value":"protectedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"protectedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"protectionExtended"}},{"kind":"Field","name":{"kind":"Name","value":"independentSince"}},{"kind":"Field","name":{"kind":"Name","value":"retainedSince"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parentInstitution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportSteps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}}]}}]}}]} as unknown as DocumentNode<ManufactoryCardFragment, unknown>;
export const CentreNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CentreName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SupportCentre"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<CentreNameFragment, unknown>;
export const MoneySumFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneySum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneySumFragment, unknown>;
export const MoneyBudgetFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyBudget"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Budget"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"adoptedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amendedOn"}},{"kind":"Field","name":{"kind":"Name","value":"executedOn"}},{"kind":"Field","name":{"kind":"Name","value":"municipality"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awarded"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneySum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneyBudgetFragment, unknown>;
export const MoneySchemeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyScheme"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IncentiveScheme"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"opensOn"}},{"kind":"Field","name":{"kind":"Name","value":"closesOn"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"municipality"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"budgetLine"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"available"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"incentives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"40"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"paid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"returned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"manufactory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneySum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneySchemeFragment, unknown>;
export const MoneyFigureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFigure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"confidential"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<MoneyFigureFragment, unknown>;
export const MoneyAwardedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyAwarded"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Incentive"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneySum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"manufactory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneySum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneyAwardedFragment, unknown>;
export const MeasuredFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}}]} as unknown as DocumentNode<MeasuredFragment, unknown>;
export const FigureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"confidential"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Measured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}}]} as unknown as DocumentNode<FigureFragment, unknown>;
export const SourceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<SourceFragment, unknown>;
export const OutcomeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Outcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figure"}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"baseline"}},{"kind":"Field","name":{"kind":"Name","value":"release"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Source"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Measured"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Indicator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"lowestLevel"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Observation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"confidential"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Measured"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fallback"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Release"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<OutcomeFragment, unknown>;
export const PartnersPartnerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersPartner"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Partner"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"duties"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PartnersPartnerFragment, unknown>;
export const PartnersReplicationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersReplication"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Replication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"consideredOn"}},{"kind":"Field","name":{"kind":"Name","value":"assessedOn"}},{"kind":"Field","name":{"kind":"Name","value":"startedOn"}},{"kind":"Field","name":{"kind":"Name","value":"abandonedOn"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedPartnership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PartnersReplicationFragment, unknown>;
export const PartnersExchangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PartnersExchange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Exchange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"foreignPartner"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]} as unknown as DocumentNode<PartnersExchangeFragment, unknown>;
export const AboveFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Above"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Territory"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]} as unknown as DocumentNode<AboveFragment, unknown>;
export const CommunityConsultationsDocument = {"__meta__":{"hash":"sha256:c1541146a6cd3ff985bab61d384cc0f302770fc3cf3c23c8bd6af9f408dfed7a"}} as unknown as DocumentNode<CommunityConsultationsQuery, CommunityConsultationsQueryVariables>;
export const CommunityNeedsDocument = {"__meta__":{"hash":"sha256:b7d4b3bef14859b6f0c2e86558f5f9e25f28e285e3899d702980d9682825724c"}} as unknown as DocumentNode<CommunityNeedsQuery, CommunityNeedsQueryVariables>;
export const CommunityServicesDocument = {"__meta__":{"hash":"sha256:a1a08f103e0e24e74dc79e65130c122ed6dab969492bbc4fd02b83fe9eea7e95"}} as unknown as DocumentNode<CommunityServicesQuery, CommunityServicesQueryVariables>;
export const CommunityAnnouncementsDocument = {"__meta__":{"hash":"sha256:6522160d3d915b81c5e92ce3f99f843192045277c832a3c2b0805556cfe37945"}} as unknown as DocumentNode<CommunityAnnouncementsQuery, CommunityAnnouncementsQueryVariables>;
export const CommunityConsultationChangedDocument = {"__meta__":{"hash":"sha256:1dc6e854456d53a48f73d69408b5cec3902dca8ff404a563f5f4679dcacc084d"}} as unknown as DocumentNode<CommunityConsultationChangedSubscription, CommunityConsultationChangedSubscriptionVariables>;
export const CommunityServiceOfferedDocument = {"__meta__":{"hash":"sha256:2b9d4154ce819514d05868af0a3ac220d4db7b76e61090f67f068605e2e191c5"}} as unknown as DocumentNode<CommunityServiceOfferedSubscription, CommunityServiceOfferedSubscriptionVariables>;
export const NewReleasesDocument = {"__meta__":{"hash":"sha256:d2ddd54c6a88f65004b1aee40f14feb6e36c26dbfa28528e32e132b4e36505d6"}} as unknown as DocumentNode<NewReleasesSubscription, NewReleasesSubscriptionVariables>;
export const ManufactoryBoardDocument = {"__meta__":{"hash":"sha256:5d0a5f416f389b0af811d67561d041b64e9173c7946d58b02fc510e6f36d0a0d"}} as unknown as DocumentNode<ManufactoryBoardQuery, ManufactoryBoardQueryVariables>;
export const ManufactoryBoardChangesDocument = {"__meta__":{"hash":"sha256:980973672a9758d41b76f9c90ec62b39b25493ce5ca03bb4123a0db582e738ee"}} as unknown as DocumentNode<ManufactoryBoardChangesSubscription, ManufactoryBoardChangesSubscriptionVariables>;
export const ManufactoryHostDocument = {"__meta__":{"hash":"sha256:2025d00a1f8c70cf3c5679de5ecfb82e7f431301e6f77863aa66406c9bed0922"}} as unknown as DocumentNode<ManufactoryHostQuery, ManufactoryHostQueryVariables>;
export const ManufactoryCentreDocument = {"__meta__":{"hash":"sha256:9571d0b34b99e998904ded38f7118168fe9af4ed166a52388af95245ecd47747"}} as unknown as DocumentNode<ManufactoryCentreQuery, ManufactoryCentreQueryVariables>;
export const ManufactoryIncentivesDocument = {"__meta__":{"hash":"sha256:93ad994fe5d875c6fdfbea573454e50122a0d527d34c7a5059211f9c23a1a754"}} as unknown as DocumentNode<ManufactoryIncentivesQuery, ManufactoryIncentivesQueryVariables>;
export const ManufactoryMarketDocument = {"__meta__":{"hash":"sha256:d399d0107037597d781aa9fb0db1dd4fc51e176bb1cc0f874a4ce85dfa64f19a"}} as unknown as DocumentNode<ManufactoryMarketQuery, ManufactoryMarketQueryVariables>;
export const ManufactoryStoryChangesDocument = {"__meta__":{"hash":"sha256:02f6300232a286ac3b553174ed419ae67d88e7391ec4d9dcde1be8c311b000a2"}} as unknown as DocumentNode<ManufactoryStoryChangesSubscription, ManufactoryStoryChangesSubscriptionVariables>;
export const ManufactoryStoryAwardsDocument = {"__meta__":{"hash":"sha256:a321532f1c4fe2992d6835efeae278a3b0a4997e84be9fb06e783ab084c79786"}} as unknown as DocumentNode<ManufactoryStoryAwardsSubscription, ManufactoryStoryAwardsSubscriptionVariables>;
export const RecordIndependenceDocument = {"__meta__":{"hash":"sha256:a45b12ee7ffa1c3cb7461b6b54382d1a4657280d10115ffa431ee750a8d05987"}} as unknown as DocumentNode<RecordIndependenceMutation, RecordIndependenceMutationVariables>;
export const MapIndicatorsDocument = {"__meta__":{"hash":"sha256:aa207ba0b0708a222898f8fcff4f98553b4bfac6a279997199e3094496a129d4"}} as unknown as DocumentNode<MapIndicatorsQuery, MapIndicatorsQueryVariables>;
export const MapPartsDocument = {"__meta__":{"hash":"sha256:c101f35c3fe379e1fad2b6d75acfb8dffd7992ec666164176a05166f1e4c5d55"}} as unknown as DocumentNode<MapPartsQuery, MapPartsQueryVariables>;
export const MapFiguresDocument = {"__meta__":{"hash":"sha256:e58272672482dfbde263bfbce220abcbefbd0d754e600c3ccb1a4618bdbd7911"}} as unknown as DocumentNode<MapFiguresQuery, MapFiguresQueryVariables>;
export const MoneyBudgetsDocument = {"__meta__":{"hash":"sha256:819c9adbd3284517d92798f1e93d18a68cb155bc484e7d2dd712933ffdbe86e9"}} as unknown as DocumentNode<MoneyBudgetsQuery, MoneyBudgetsQueryVariables>;
export const MoneySchemesDocument = {"__meta__":{"hash":"sha256:f5f663d8cf2f9341010876ce7176f8dcfd25bbd6e1314668aeb51755ce747e62"}} as unknown as DocumentNode<MoneySchemesQuery, MoneySchemesQueryVariables>;
export const MoneyFiguresDocument = {"__meta__":{"hash":"sha256:7378be9589dcd8840a3b11ab65fef4c6995e201145c40f46d8f92f56558938de"}} as unknown as DocumentNode<MoneyFiguresQuery, MoneyFiguresQueryVariables>;
export const MoneyManufactoriesDocument = {"__meta__":{"hash":"sha256:547ebd41319016fd4ba15a6db80a83e2fb7ff15d431a2bf7c37723ac5a07e827"}} as unknown as DocumentNode<MoneyManufactoriesQuery, MoneyManufactoriesQueryVariables>;
export const MoneyAwardDocument = {"__meta__":{"hash":"sha256:e9dadd5b7e92115ff7d4ac19ff217771ee1b0c75dcf3ab9b3885b3dcefa86d41"}} as unknown as DocumentNode<MoneyAwardMutation, MoneyAwardMutationVariables>;
export const MoneyIncentiveAwardedDocument = {"__meta__":{"hash":"sha256:c197abb17c7338f12b6205b4b3a75d379c9aab0cfd9e342f8e6751a44403fdea"}} as unknown as DocumentNode<MoneyIncentiveAwardedSubscription, MoneyIncentiveAwardedSubscriptionVariables>;
export const OverviewOutcomesDocument = {"__meta__":{"hash":"sha256:654dc1efec1b17796d9e1fdbc1dedd2b1ebb71f6137a38fd0934386b9dd7b8e3"}} as unknown as DocumentNode<OverviewOutcomesQuery, OverviewOutcomesQueryVariables>;
export const OverviewCourseDocument = {"__meta__":{"hash":"sha256:da083de132cf9d3754a6f2677955d57b12dfb7084a16b357ef58eab709506572"}} as unknown as DocumentNode<OverviewCourseQuery, OverviewCourseQueryVariables>;
export const OverviewIndicatorsDocument = {"__meta__":{"hash":"sha256:f78db0460965a577014feda72b81738565255b5bada5072d20ea882be8df165c"}} as unknown as DocumentNode<OverviewIndicatorsQuery, OverviewIndicatorsQueryVariables>;
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
export const LatestReleaseDocument = {"__meta__":{"hash":"sha256:8ba5e662d9260770e206006df658553fa7bdef87c8d918b015c7dde46eb382fa"}} as unknown as DocumentNode<LatestReleaseQuery, LatestReleaseQueryVariables>;
export const TerritoryPathDocument = {"__meta__":{"hash":"sha256:ed76f8cb2b4afb0283866ed72de7b289081cb773f4a54b921fd5c43c67e92df9"}} as unknown as DocumentNode<TerritoryPathQuery, TerritoryPathQueryVariables>;