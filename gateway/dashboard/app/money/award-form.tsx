import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { type Failure, failuresOf } from '../graph/failures.ts';
import type { MoneyAwardMutation, MoneyManufactoriesQuery, MoneySchemeFragment } from '../graph/generated/graphql.ts';
import { MoneyAwardDocument } from '../graph/generated/graphql.ts';
import { persisted } from '../graph/persisted.ts';
import { Text, useWords } from '../language/text.tsx';
import { Refusal } from '../notice/refusal.tsx';
import { typedAmount } from './cents.ts';

type Manufactory = NonNullable<MoneyManufactoriesQuery['manufactories']>['nodes'][number];

interface Typed {
  manufactoryId: string;
  amount: string;
  on: string;
}

interface Props {
  scheme: MoneySchemeFragment;
  manufactories: readonly Manufactory[];
  onAwarded(incentive: MoneyAwardMutation['awardIncentive']): void;
}

/** What is typed stays, whatever the hub says to it. */
export function AwardForm({ scheme, manufactories, onAwarded }: Props): ReactNode {
  const [typed, setTyped] = useState<Typed>({ manufactoryId: '', amount: '', on: '' });
  // Sent twice unchanged, as after a lost answer, it is awarded once; what is changed is another award.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [{ fetching }, award] = useMutation(persisted(MoneyAwardDocument));
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setKey(crypto.randomUUID());
  };
  const amount = typedAmount(typed.amount);
  const chosen = manufactories.find(({ id }) => id === typed.manufactoryId);

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (fetching || amount === null || !chosen?.parentInstitution) return;
    setFailures([]);
    const input = {
      idempotencyKey: key,
      schemeId: scheme.id,
      manufactoryId: chosen.id,
      parentInstitutionId: chosen.parentInstitution.id,
      amount,
      on: typed.on || null,
      territory: chosen.territory?.code ?? null,
    };
    const { data, error } = await award({ input });
    setFailures(failuresOf(error));
    if (data?.awardIncentive) onAwarded(data.awardIncentive);
  };

  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <label>
        <Text id="money.award.manufactory" />
        <select
          ref={first}
          required
          value={typed.manufactoryId}
          onChange={({ target }) => change({ manufactoryId: target.value })}
        >
          <option value="">–</option>
          {manufactories.map(({ id, name, parentInstitution }) => (
            <option key={id} value={id}>
              {[name, parentInstitution?.organisation?.name].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </label>
      <Amount
        typed={typed.amount}
        amount={amount}
        currency={scheme.budgetLine?.available?.currency ?? ''}
        onChange={(next) => change({ amount: next })}
      />
      <label>
        <Text id="money.award.on" />
        <input
          type="date"
          value={typed.on}
          onChange={({ target }) => change({ on: target.value })}
          aria-describedby="award-on-hint"
        />
      </label>
      <p id="award-on-hint" className="hint">
        <Text id="money.award.onHint" />
      </p>
      <Refusal id="money.award.refused" failures={failures} />
      <button type="submit" disabled={fetching}>
        <Text id={fetching ? 'money.award.underway' : 'money.award.submit'} />
      </button>
    </form>
  );
}

function Amount({
  typed,
  amount,
  currency,
  onChange,
}: {
  typed: string;
  amount: string | null;
  currency: string;
  onChange(typed: string): void;
}): ReactNode {
  const { text, money } = useWords();
  return (
    <>
      <label>
        <Text id="money.award.amount" values={{ currency }} />
        <input
          ref={(input) => input?.setCustomValidity(typed && amount === null ? text('money.award.unclear') : '')}
          required
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => onChange(target.value)}
          aria-describedby="award-amount-hint"
          aria-invalid={typed !== '' && amount === null}
        />
      </label>
      <p id="award-amount-hint" className="hint">
        {typed !== '' && amount === null ? (
          <Text id="money.award.unclear" />
        ) : (
          <Text id="money.award.reads" values={{ amount: amount === null ? '–' : money({ amount, currency }) }} />
        )}
      </p>
    </>
  );
}
