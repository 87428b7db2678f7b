import type { Hub } from './hub.ts';

interface Mutation {
  name: string;
  args: { name: string; type: { ofType: { name: string } } }[];
}

interface Refusal {
  message: string;
  extensions: Record<string, unknown>;
}

/** A partner's own system, which works in a running hub through its gateway, as the operator. */
export class PartnerSystem {
  readonly #hub: Hub;
  #mutations: Mutation[] | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Writes, and gives the row as it is now: `id`, `version` and what else is asked for. Throws where it is refused. */
  async write(mutation: string, input: Record<string, unknown>, fields = ''): Promise<Row> {
    const { row, refusal } = await this.#send(mutation, input, fields);
    if (!row) throw new Error(`${mutation} was refused: ${refusal?.message}`);
    return row;
  }

  /** Changes the row that it has, at the version that it has it. */
  edit(mutation: string, { id, version }: Row, input: Record<string, unknown> = {}, fields = ''): Promise<Row> {
    return this.write(mutation, { id, expectedVersion: version, ...input }, fields);
  }

  /** Why a change is refused; throws where it is not. */
  async refusal(mutation: string, { id, version }: Row, input: Record<string, unknown> = {}): Promise<Refusal> {
    const { refusal } = await this.#send(mutation, { id, expectedVersion: version, ...input }, '');
    if (!refusal) throw new Error(`${mutation} was not refused`);
    return refusal;
  }

  async read<T = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.#hub.ask(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  async import(register: string, partner: string, ...lines: string[]): Promise<void> {
    const name = register.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase());
    const query = `mutation ($partner: String!, $csv: String!) { report: import${name}(partner: $partner, csv: $csv) { problems { line reason } } }`;
    const { data, errors } = await this.#hub.ask(query, { partner, csv: lines.join('\n') }, this.#headers());
    if (errors || data?.report.problems.length) throw new Error(JSON.stringify(errors ?? data?.report.problems));
  }

  /** Mutations of a lifecycle share the input type of a step, so its name is asked of the schema. */
  async #send(mutation: string, input: Record<string, unknown>, fields: string) {
    const type = await this.#inputType(mutation);
    const query = `mutation ($input: ${type}!) { row: ${mutation}(input: $input) { id version ${fields} } }`;
    const { data, errors } = await this.#hub.ask(query, { input }, this.#headers());
    const [error] = errors ?? [];
    return {
      row: data?.row as Row | undefined,
      refusal: error && ({ message: error.message, extensions: { ...error.extensions } } as Refusal),
    };
  }

  async #inputType(mutation: string): Promise<string> {
    const query = '{ __type(name: "Mutation") { fields { name args { name type { ofType { name } } } } } }';
    this.#mutations ??= (await this.#hub.ask(query)).data?.__type.fields as Mutation[];
    const name = this.#mutations.find((one) => one.name === mutation)?.args.find((one) => one.name === 'input')?.type
      .ofType.name;
    if (!name) throw new Error(`There is no mutation ${mutation}(input:).`);
    return name;
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#hub.operatorToken}` };
  }
}

export interface Row {
  id: string;
  version: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the test asked for
  [field: string]: any;
}
