import type { ReactNode } from 'react';
import { useAddress } from '../address/use-address.ts';
import { Text } from '../language/text.tsx';
import { useFigures } from './use-figures.ts';
import './figure.css';

interface PeriodChoiceProps {
  /** Of what the period is chosen, for those who do not see where the choice stands. */
  label: string;
  /** The newest first. */
  periods: readonly string[];
  /** A label, or LATEST while it is not known which that is. */
  shown: string;
}

/** Which period the page shows; the address remembers it. */
export function PeriodChoice({ label, periods, shown }: PeriodChoiceProps): ReactNode {
  const { change } = useAddress();
  const { period } = useFigures();
  const all = periods.includes(shown) || shown === 'LATEST' ? periods : [shown, ...periods];
  return (
    <label className="choice">
      <span>
        <Text id="figure.period" />
        <span className="said-only">: {label}</span>
      </span>
      <select value={shown === 'LATEST' ? all[0] : shown} onChange={({ target }) => change({ period: target.value })}>
        {all.map((one) => (
          <option key={one} value={one}>
            {period(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
