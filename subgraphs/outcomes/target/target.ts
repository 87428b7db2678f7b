import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { echo } from '../../../shared/errors/echo.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import { findIndicator } from '../indicator/catalogue.ts';

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

  /** In the indicator's unit. */
  @Property({ type: 'decimal', precision: 14, scale: 2 })
  value: string;

  override assertValid(): void {
    const indicator = findIndicator(this.indicator);
    if (!indicator) {
      throw new Invalid(`"${echo(this.indicator)}" is no indicator's code. The query \`indicators\` has them all.`, {
        field: 'indicator',
      });
    }
    parsePeriod(this.period);
    const [, digits = ''] = this.value.split('.');
    if (/[1-9]/.test(digits.slice(indicator.decimals))) {
      const { unit, decimals } = indicator;
      const steps = decimals === 0 ? `in whole ${unit}` : `in ${unit}, digits behind the point: ${decimals}`;
      throw new Invalid(`${this.value} is finer than ${this.indicator} is measured: ${steps}.`, { field: 'value' });
    }
  }
}
