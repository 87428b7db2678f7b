import fc from 'fast-check';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { isInterfaceType, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Granted } from '../../../gateway/engine/access/requirement.ts';
import { Choices } from '../../kit/choices.ts';
import { type Asked, type Federated, federate } from './federate.ts';
import { makeGranted, makeGuard, type NaiveGuard } from './guard.ts';
import { makeModel } from './make-model.ts';
import { makeQuery } from './make-query.ts';
import { abstractOf, type Model } from './model.ts';

export interface CheckedAccess {
  models: number;
  /** Models that composition refuses: most because a field works out what others may not see. */
  refused: number;
  cases: number;
  unplanned: number;
  /** Cases in which something was denied. */
  denied: number;
}

/** So long a failing case may be made smaller. */
const SHRINKING_MS = 20_000;

const row = (length: number) => fc.noBias(fc.array(fc.nat(255), { minLength: 0, maxLength: length, size: 'max' }));

/** Compares the engine's access with that of one schema in at least so many cases; throws the smallest that differs. */
export async function checkAccess(wanted: number, seed?: number): Promise<CheckedAccess> {
  const checked: CheckedAccess = { models: 0, refused: 0, cases: 0, unplanned: 0, denied: 0 };
  const queries = fc.array(row(250), { maxLength: 20, minLength: 1, size: 'max' });
  let failedAt: number | undefined;

  const property = fc.asyncProperty(row(400), row(200), queries, async (modelRow, guardRow, queryRows) => {
    if (failedAt ? Date.now() - failedAt > SHRINKING_MS : checked.cases >= wanted) return;
    const model = { ...makeModel(new Choices(modelRow)), mayFail: false };
    const guard = makeGuard(new Choices(guardRow), model);
    const graph = federate(model, guard);
    checked.models++;
    if (!graph) checked.refused++;
    try {
      for (const query of graph ? queryRows : []) await checkCase(model, graph!, guard, new Choices(query), checked);
    } catch (error) {
      failedAt ??= Date.now();
      throw error;
    }
  });
  const found = await fc.check(property, { seed, numRuns: wanted, interruptAfterTimeLimit: 900_000 });
  if (found.failed) throw new Error(`${found.errorInstance}\nfast-check's seed: ${found.seed}`);
  return checked;
}

async function checkCase(
  model: Model,
  graph: Federated,
  guard: NaiveGuard,
  choices: Choices,
  checked: CheckedAccess,
): Promise<void> {
  const granted = makeGranted(choices);
  const asked = { ...makeQuery(choices, graph.engine.schema), granted };
  const gateway = await graph.throughGateway(asked);
  if (gateway.errors?.[0]?.extensions?.code === 'PLANNING_FAILED') {
    checked.unplanned++;
    return;
  }
  const monolith = graph.byMonolith(asked);
  checked.cases++;
  if (gateway.errors) checked.denied++;
  const problem = difference(gateway, monolith, graph.inFull(asked)) ?? trespass(model, graph, guard, granted);
  if (problem) throw new Error([problem, ...described(graph, asked, gateway, monolith)].join('\n'));
}

/** Data are equal; what was denied is told once for each place of the document, unless a null above hides it. */
function difference(gateway: ExecutionResult, monolith: ExecutionResult, full: ExecutionResult): string | null {
  if (JSON.stringify(gateway.data) !== JSON.stringify(monolith.data)) return 'The data differ.';
  const possible = errorsOf(full);
  const told = errorsOf(gateway);
  const places = told.map(placeOf);
  if (new Set(places).size < places.length) return 'One place is told of twice.';
  const known = new Set(possible.map((error) => `${error.path?.join('.')} ${error.extensions?.code}`));
  const wrong = told.find((error) => !known.has(`${error.path?.join('.')} ${error.extensions?.code}`));
  if (wrong) return `The gateway tells of an error that is none: ${JSON.stringify(wrong)}`;

  for (const error of possible) {
    if (places.includes(placeOf(error))) continue;
    const above = nullAbove(monolith.data, error.path ?? []);
    if (above === null) return `The gateway does not tell of ${placeOf(error)}.`;
    if (!places.some((place) => place.startsWith(above))) return `Nothing tells why ${above} is null.`;
  }
  return null;
}

const errorsOf = ({ errors }: ExecutionResult): readonly GraphQLFormattedError[] =>
  (errors ?? []) as unknown as readonly GraphQLFormattedError[];

const keysOf = (path: readonly (string | number)[]): string =>
  path.filter((step) => typeof step === 'string').join('.');

const placeOf = ({ path = [], extensions }: GraphQLFormattedError): string => `${keysOf(path)} ${extensions?.code}`;

/** The place of the document at whose null the path ends; null where it leads to its end. */
function nullAbove(data: unknown, path: readonly (string | number)[]): string | null {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return keysOf(path.slice(0, depth));
    value = (value as Record<string | number, unknown>)[key];
  }
  return null;
}

/** A field that a subgraph was asked for although the caller may not see it; keys apart. */
function trespass(model: Model, { sent }: Federated, guard: NaiveGuard, granted: Granted): string | null {
  let found: string | null = null;
  for (const { subgraph, schema, query } of sent) {
    const types = new TypeInfo(schema);
    const visitor = visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (!isObjectType(parent) && !isInterfaceType(parent)) return;
        const members = abstractOf(model, parent.name)?.members ?? [parent.name];
        const refused = members.filter((member) => guard.forbids(granted, member, name.value));
        // An object that stands for an interface is asked for the ones that are permitted.
        const isAsked = isObjectType(parent) ? refused.length === members.length : refused.length > 0;
        if (isAsked) found = `${subgraph} was asked for ${parent.name}.${name.value}: ${query}`;
      },
    });
    visit(parse(query, { noLocation: true }), visitor);
  }
  return found;
}

function described({ sdls }: Federated, asked: Asked, gateway: ExecutionResult, monolith: ExecutionResult): string[] {
  const granted = asked.granted instanceof Set ? [...asked.granted].join() : 'no token';
  return [
    `The gateway: ${JSON.stringify(gateway)}`,
    `The monolith: ${JSON.stringify(monolith)}`,
    asked.source,
    `variables: ${JSON.stringify(asked.variables)}, granted: ${granted}`,
    ...sdls,
  ];
}
