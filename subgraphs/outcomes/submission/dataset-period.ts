import { Invalid } from '../../../shared/errors/domain-error.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import type { DatasetDefinition, Frequency } from '../dataset/dataset-definition.ts';

const LABELS: Record<Frequency, { form: RegExp; example: string }> = {
  ANNUAL: { form: /^\d{4}$/, example: 'a year (2026)' },
  HALF_YEARLY: { form: /-S\d$/, example: 'a half (2026-S1)' },
  QUARTERLY: { form: /-Q\d$/, example: 'a quarter (2026-Q3)' },
};

/** Throws Invalid for a period that is not one of the dataset's, or that is not over on that day. */
export function assertPeriodIsOver({ code, frequency }: DatasetDefinition, label: string, on: string): void {
  const { end } = parsePeriod(label);
  const { form, example } = LABELS[frequency];
  if (!form.test(label)) {
    throw new Invalid(`${code} is submitted for ${example}; ${label} is another length.`, {
      field: 'period',
      value: label,
    });
  }
  if (on < end) {
    throw new Invalid(`${label} is not over on ${on}; its figures can be submitted from ${end} on.`, {
      field: 'period',
      value: label,
    });
  }
}
