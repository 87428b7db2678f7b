import { ObjectType } from 'type-graphql';
import { dayBefore, yearAfter } from '../../../shared/write/day.ts';
import type { KnownFacts } from '../fact/known-facts.ts';
import { type Move, TransitionAxis } from '../history/move.ts';
import { type Guard, guard } from './guard.ts';
import type { LegalIdentifier } from './legal-identifier.ts';
import { ManufactoryStatus, SupportPhase } from './manufactory-status.ts';
import { ManufactoryState } from './state.ts';

const { PREPARING, PROTECTED, DECISION, INDEPENDENT, RETAINED, CLOSED } = ManufactoryStatus;

/** What happens on a day, and why. */
export interface Occasion {
  on: string;
  reason?: string | null;
}

/** What a manufactory became outside its parent institution. */
export interface Independence {
  legalFormCode: string;
  identifier: LegalIdentifier | null;
  becameOrganisationId: string | null;
}

/** How a manufactory goes on in its status and its support; each step is refused unless its guards hold. */
@ObjectType()
export abstract class ManufactoryLife extends ManufactoryState {
  abstract name: string;
  abstract departmentId: string | null;

  /** Begins the protective period: a year, or until an earlier day. */
  protect(facts: KnownFacts, { on, reason, until }: Occasion & { until?: string | null }): Move {
    this.mustBe(PROTECTED, PREPARING);
    const to = `${this.name} cannot be PROTECTED yet`;
    this.guard(
      'idea',
      facts.ideaIsVerified,
      `${to}: the CPS has not verified its idea. It does so with \`verifyIdea\`.`,
    );
    this.guard(
      'department',
      this.departmentId !== null,
      `${to}: it is no department of its parent institution. Open one with \`openDepartment\`, and \`placeManufactory\` in it.`,
    );
    this.guard(
      'budget',
      facts.hasBudget,
      `${to}: it has no budget. A municipality gives one by awarding it an incentive that is not revoked.`,
    );
    const most = dayBefore(yearAfter(on));
    const end = until ?? most;
    this.guard('order', end > on && end <= most, `${to}: protection from ${on} ends behind that day, by ${most}.`);
    this.protectedFrom = on;
    this.protectedUntil = end;
    return this.become(PROTECTED, { on, reason });
  }

  /** Extends the protective period: once, and by another year at the most. */
  extendProtection({ on, reason, until }: Occasion & { reason: string; until: string }): Move {
    this.mustBe('extended in its protection', PROTECTED);
    const already = `The protection of ${this.name} was extended before, until ${this.protectedUntil}; that is possible once. Go on with \`enterDecision\`.`;
    this.guard('extendedBefore', !this.protectionExtended, already);
    this.mustFollow(on);
    const [end, most] = [this.protectedUntil as string, yearAfter(this.protectedUntil as string)];
    const inTime = `The protection of ${this.name} ends on ${end}: it can be extended beyond that day, by ${most}.`;
    this.guard('order', until > end && until <= most, inTime);
    this.protectedUntil = until;
    this.extensionReason = reason;
    return this.become(PROTECTED, { on, reason });
  }

  enterDecision(facts: KnownFacts, { on, reason }: Occasion): Move {
    this.mustBe(DECISION, PROTECTED);
    const advised = `${this.name} cannot come to its DECISION yet: the CPS has not advised it on a legal form. It does so with \`adviseLegalForm\`.`;
    this.guard('legalFormAdvice', facts.legalFormIsAdvised, advised);
    this.mustFollow(on);
    return this.become(DECISION, { on, reason });
  }

  /** Makes it a body of its own (usamodzielnienie), which a public register or the partnership knows. */
  makeIndependent({ legalFormCode, identifier, becameOrganisationId }: Independence, { on, reason }: Occasion): Move {
    this.mustBe(INDEPENDENT, DECISION);
    const known = `${this.name} cannot be INDEPENDENT without an identity of its own: give its \`identifier\` in a public register, or the \`becameOrganisationId\` of the organisation that it became.`;
    this.guard('identifier', identifier !== null || becameOrganisationId !== null, known);
    this.mustFollow(on, 1);
    this.independentSince = on;
    this.legalFormCode = legalFormCode;
    this.identifierScheme = identifier?.scheme ?? null;
    this.identifier = identifier?.value ?? null;
    this.becameOrganisationId = becameOrganisationId;
    return this.become(INDEPENDENT, { on, reason });
  }

  retain({ on, reason }: Occasion): Move {
    this.mustBe(RETAINED, DECISION);
    this.mustFollow(on, 1);
    this.retainedSince = on;
    return this.become(RETAINED, { on, reason });
  }

  close({ on, reason }: Occasion & { reason: string }): Move {
    this.mustBe(CLOSED, PREPARING, PROTECTED, DECISION, INDEPENDENT, RETAINED);
    this.mustFollow(on);
    this.closedOn = on;
    this.closureReason = reason;
    return this.become(CLOSED, { on, reason });
  }

  fadeSupport(occasion: Occasion): Move {
    const full = `The support of ${this.name} is ${this.supportPhase}: it begins to fade while it is FULL, once.`;
    this.guard('supportPhase', this.supportPhase === SupportPhase.FULL, full);
    return this.supported(SupportPhase.FADING, occasion);
  }

  endSupport(occasion: Occasion): Move {
    const fading = `The support of ${this.name} is ${this.supportPhase}: it ends when it has been FADING, which \`fadeSupport\` begins.`;
    this.guard('supportPhase', this.supportPhase === SupportPhase.FADING, fading);
    const early = `The support of ${this.name} cannot end while it is ${this.status}: that is for after its protection. Go on with \`enterDecision\` first.`;
    this.guard('status', this.status !== PREPARING && this.status !== PROTECTED, early);
    return this.supported(SupportPhase.ENDED, occasion);
  }

  private guard(name: Guard, holds: boolean, message: string): void {
    guard(name, holds, this.id, message);
  }

  private mustBe(to: string, ...from: ManufactoryStatus[]): void {
    const message = `${this.name} is ${this.status}: it can be ${to} only while it is ${from.join(', ')}.`;
    this.guard('status', from.includes(this.status), message);
  }

  /** A life goes forward: nothing happens before what is known of it already. */
  private mustFollow(on: string, days = 0): void {
    const last = this.independentSince ?? this.retainedSince ?? this.protectedFrom;
    const follows = last === null || (days > 0 ? on > last : on >= last);
    this.guard('order', follows, `${this.name} is ${this.status} since ${last}: what follows is later than ${on}.`);
  }

  private become(status: ManufactoryStatus, { on, reason = null }: Occasion): Move {
    const from = this.status;
    this.status = status;
    return { axis: TransitionAxis.STATUS, from, to: status, on, reason };
  }

  private supported(phase: SupportPhase, { on, reason = null }: Occasion): Move {
    const from = this.supportPhase;
    this.supportPhase = phase;
    return { axis: TransitionAxis.SUPPORT, from, to: phase, on, reason };
  }
}
