import { z } from 'zod';
import { Invalid } from '../../shared/errors/domain-error.ts';

/** Hours are counted in quarters, so that sums are exact; becomes what `numeric(6, 2)` gives back. */
export const hours = z
  .string()
  .regex(/^(?!0+(\.0*)?$)\d{1,4}(\.(00?|25|50?|75))?$/, 'is no number of hours in quarters, like 7.5 or 12.25')
  .transform((text) => {
    const [whole = '', part = ''] = text.split('.');
    return `${Number(whole)}.${part.padEnd(2, '0')}`;
  });

/** Throws INVALID for what is no number of hours. */
export function hoursOf(text: string): string {
  const { data, error } = hours.safeParse(text);
  if (data) return data;
  throw new Invalid(`\`hours\` ${error?.issues[0]?.message}.`, { field: 'hours' });
}
