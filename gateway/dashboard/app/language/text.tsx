import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from './language.tsx';

type Values = Record<string, ReactNode>;

/** A text of the page, in its language. */
export function Text({ id, values }: { id: MessageId; values?: Values }): ReactNode {
  return <FormattedMessage id={id} {...(values ? { values } : {})} />;
}

export interface Words {
  text(id: MessageId, values?: Record<string, string | number | Date>): string;
  /** What a value of one of the graph's enums is called, such as `status.PROTECTED`; the value itself where it has no name yet. */
  nameOf(kind: string, value: string): string;
  day(day: string | null | undefined): string;
  moment(instant: string): string;
  /** The time alone, for an instant of today; with its day, for any other. */
  when(instant: string): string;
  number(value: number, decimals?: number): string;
  money(money: { amount: string; currency: string } | null | undefined): string;
  percent(share: number): string;
}

const NOTHING = '–';

/** Texts, numbers and dates in the language of the page, where a string is wanted. */
export function useWords(): Words {
  const intl = useIntl();
  return {
    text: (id, values) => intl.formatMessage({ id }, values),
    nameOf: (kind, value) => {
      const id = `${kind}.${value}`;
      return id in intl.messages ? intl.formatMessage({ id }) : value;
    },
    day: (day) => (day ? intl.formatDate(`${day}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }) : NOTHING),
    moment: (instant) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' }),
    when: (instant) =>
      new Date(instant).toDateString() === new Date().toDateString()
        ? intl.formatTime(instant, { timeStyle: 'short' })
        : intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' }),
    number: (value, decimals = 0) =>
      intl.formatNumber(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    money: (money) =>
      money ? intl.formatNumber(Number(money.amount), { style: 'currency', currency: money.currency }) : NOTHING,
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
  };
}
