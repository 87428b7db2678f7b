import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { PlacedRow } from '../../../shared/database/placed-row.ts';

export enum TargetKind {
  /** What was there before the intervention. */
  BASELINE = 'BASELINE',
  /** What is to be reached. */
  TARGET = 'TARGET',
}

/** What a network or a partnership wants an indicator to be, or found it to be before. Public. */
@Entity()
export class Target extends PlacedRow {
  @Property({ type: 'text' })
  indicator: string;

  @Property({ type: 'text' })
  period: string;

  @Enum({ items: () => TargetKind, type: 'string', columnType: 'text' })
  kind: TargetKind;

  /** A whole number of the indicator's last digit. */
  @Property({ type: 'bigint' })
  value: string;
}
