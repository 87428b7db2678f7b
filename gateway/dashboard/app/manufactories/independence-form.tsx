import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { thisDay } from '../address/this-day.ts';
import { type Failure, failuresOf } from '../graph/failures.ts';
import { type MakeIndependentInput, RecordIndependenceDocument } from '../graph/generated/graphql.ts';
import { persisted } from '../graph/persisted.ts';
import { Text, useWords } from '../language/text.tsx';
import { Refusal } from '../notice/refusal.tsx';
import { useSession } from '../sign-in/session.tsx';
import { LEGAL_FORMS, REGISTERS } from './legal-forms.ts';
import type { Host } from './story-parts.ts';

const SCOPES = ['institutions:write', 'hub:write'] as const;

interface FormProps {
  host: Host;
  /** The form that the Centre recommends, by its code. */
  advised: string | undefined;
  onDone(): void;
}

/** For whoever may be allowed to: the graph decides. */
export function IndependenceForm({ host, advised, onDone }: FormProps): ReactNode {
  const { scopes } = useSession();
  const [isDone, setDone] = useState(false);
  if (isDone) return <Done name={host.name} />;
  if (host.status !== 'DECISION' || !SCOPES.some((scope) => scopes.has(scope))) return null;
  const done = (): void => {
    setDone(true);
    onDone();
  };
  return <Offered host={host} advised={advised} onDone={done} />;
}

function Done({ name }: { name: string }): ReactNode {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <p className="notice done" role="status" tabIndex={-1} ref={told}>
      <Text id="manufactories.independence.done" values={{ name }} />
    </p>
  );
}

function Offered({ host, advised, onDone }: FormProps): ReactNode {
  const { nameOf } = useWords();
  const [{ fetching }, record] = useMutation(persisted(RecordIndependenceDocument));
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [chosen, setChosen] = useState<string | null>(null); // until then what is advised, which may come late
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const input = inputOf(new FormData(event.currentTarget), host);
    const { data, error } = await record({ input });
    setFailures(failuresOf(error));
    if (data?.makeIndependent) onDone();
  };
  return (
    <section className="card">
      <h2 id="independence">
        <Text id="manufactories.independence.title" />
      </h2>
      <form className="independence" aria-labelledby="independence" onSubmit={onSubmit}>
        <label>
          <Text id="manufactories.independence.on" />
          <input type="date" name="on" required defaultValue={thisDay()} />
        </label>
        <label>
          <Text id="manufactories.fact.legalForm" />
          <select
            name="legalForm"
            value={chosen ?? advised ?? LEGAL_FORMS[0]}
            onChange={({ target }) => setChosen(target.value)}
          >
            {LEGAL_FORMS.map((code) => (
              <option key={code} value={code}>
                {nameOf('legalForm', code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Text id="manufactories.independence.register" />
          <select name="register">
            {REGISTERS.map((code) => (
              <option key={code} value={code}>
                {nameOf('register', code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Text id="manufactories.independence.number" />
          <input name="number" autoComplete="off" inputMode="numeric" />
        </label>
        <label className="wide">
          <Text id="manufactories.independence.reason" />
          <input name="reason" autoComplete="off" />
        </label>
        <button type="submit" disabled={fetching}>
          <Text id="manufactories.independence.record" />
        </button>
      </form>
      <Refusal id="manufactories.independence.refused" failures={failures} />
    </section>
  );
}

function inputOf(form: FormData, { id, version }: Host): MakeIndependentInput {
  const said = (name: string): string => String(form.get(name) ?? '').trim();
  const number = said('number');
  return {
    id,
    expectedVersion: version,
    on: said('on') || null,
    legalFormCode: said('legalForm'),
    identifier: number ? { scheme: said('register'), value: number } : null,
    reason: said('reason') || null,
  };
}
