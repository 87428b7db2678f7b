import { Invalid } from '../../shared/errors/domain-error.ts';
import { uuidOf } from '../../shared/global-id/global-id.ts';
import * as column from '../../shared/register/column.ts';

/** The uuid in an id that an input gives. Throws Invalid for one of another type. */
export function uuidIn(type: string, field: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  throw new Invalid(`\`${field}\` is no id of a row of ${type}, which looks like ${type}_<uuid>.`, {
    field,
    value: id,
  });
}

/** An amount as `numeric(14, 2)` gives it back. Throws Invalid for one that is negative, too large or too fine. */
export function amountIn(field: string, amount: string): string {
  const { data } = column.amount.safeParse(amount);
  if (data !== undefined) return data;
  throw new Invalid(`\`${field}\` is no amount like 1250.50: no sign, at most 12 digits, and 2 behind the point.`, {
    field,
    value: amount,
  });
}

/** The day that an input names; today, in UTC, where it names none. */
export const dayOr = (on: string | null | undefined): string => on ?? new Date().toISOString().slice(0, 10);
