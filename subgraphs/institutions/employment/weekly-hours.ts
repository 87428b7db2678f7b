import { Invalid } from '../../../shared/errors/domain-error.ts';

const MOST_TENTHS = 480;

/** Throws Invalid for what is no part of a working week: more than none, up to 48 hours, in tenths. */
export function assertHours(hours: string): void {
  const [, whole = '', tenth = '0'] = /^(\d{1,2})(?:\.(\d)0*)?$/.exec(hours) ?? [];
  const tenths = whole === '' ? 0 : Number(whole) * 10 + Number(tenth);
  if (tenths > 0 && tenths <= MOST_TENTHS) return;
  throw new Invalid('A working week has more than 0 and up to 48 hours, in tenths.', { field: 'weeklyHours' });
}
