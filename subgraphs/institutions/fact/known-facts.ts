import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An idea of the cps that is verified, as its event told; no record of ours, so it has no owner here. */
@Entity()
export class KnownIdea {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'date' })
  verifiedOn: string;
}

/** An incentive of a municipality for a manufactory, which may not be here yet. */
@Entity()
export class KnownIncentive {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  manufactoryId: string;

  @Property({ type: 'boolean' })
  revoked: boolean;
}

/** The advice of a cps to a manufactory, which may not be here yet. */
@Entity()
export class KnownAdvice {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  manufactoryId: string;

  @Property({ type: 'text' })
  legalForm: string;

  @Property({ type: 'date' })
  advisedOn: string;
}

/** What the other partners have told of a manufactory so far. */
export interface KnownFacts {
  ideaIsVerified: boolean;
  hasBudget: boolean;
  legalFormIsAdvised: boolean;
}

/** Reads what is known at this moment: what a partner has not told yet may be known the next time. */
export async function knownFacts(
  em: EntityManager,
  { uuid, ideaId }: { uuid: string; ideaId: string },
): Promise<KnownFacts> {
  return {
    ideaIsVerified: (await em.count(KnownIdea, { id: ideaId })) > 0,
    hasBudget: (await em.count(KnownIncentive, { manufactoryId: uuid, revoked: false })) > 0,
    legalFormIsAdvised: (await em.count(KnownAdvice, { manufactoryId: uuid })) > 0,
  };
}
