/** An operation that ran, as far as a plan depends on it: of the variables, only the conditions. */
export interface RecordedOperation {
  source: string;
  operationName: string | undefined;
  variables: Record<string, boolean>;
}

const DOCUMENTS_KEPT = 200;
const FORMS_KEPT = 4;
const LONGEST = 32 * 1024;

/** The operations that clients sent last, on which a new supergraph is tried. No other value of a client is kept. */
export class RecordedOperations {
  readonly #kept = new Map<string, Map<string, RecordedOperation>>();

  note(source: string, operationName?: string, given?: Record<string, unknown>): void {
    if (source.length > LONGEST) return;
    const forms = this.#kept.get(source) ?? new Map<string, RecordedOperation>();
    this.#kept.delete(source); // and in again, as the newest
    this.#kept.set(source, forms);

    const variables = conditionsOf(given);
    const form = JSON.stringify([operationName, variables]);
    if (forms.size < FORMS_KEPT && !forms.has(form)) forms.set(form, { source, operationName, variables });
    if (this.#kept.size <= DOCUMENTS_KEPT) return;
    for (const oldest of this.#kept.keys()) return void this.#kept.delete(oldest);
  }

  /** The newest document first. */
  all(): RecordedOperation[] {
    return [...this.#kept.values()].reverse().flatMap((forms) => [...forms.values()]);
  }
}

function conditionsOf(variables: Record<string, unknown> = {}): Record<string, boolean> {
  const conditions: Record<string, boolean> = {};
  for (const name in variables) {
    const value = variables[name];
    if (typeof value === 'boolean') conditions[name] = value;
  }
  return conditions;
}
