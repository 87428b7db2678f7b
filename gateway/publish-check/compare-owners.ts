import { type Change, isOthers } from './compare-rights.ts';
import type { DirectiveUse } from './directive-uses.ts';
import { fieldsIn } from './field-set.ts';
import type { FindingCode } from './finding.ts';
import type { FieldFacts, Surface, TypeFacts } from './surface.ts';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** Which subgraph would answer in the place of another, and what of another's would change for its clients. */
export function compareOwners(before: Surface, after: Surface, candidate: string): Change[] {
  return [
    ...[...after.fields].flatMap(([coordinate, facts]) => {
      const old = before.fields.get(coordinate);
      return [
        ...(old ? gained(coordinate, old, facts, before) : []),
        ...provided(coordinate, old, facts, before, after),
      ];
    }),
    ...[...after.types].flatMap(([type, facts]) => interfaceObjects(type, before.types.get(type), facts)),
    ...changed(before, after, candidate),
  ];
}

/** Directives that say of a whole field, not of one subgraph's, what it costs or that it is out of use. */
const OF_ALL = new Set(['cost', 'listSize', 'deprecated']);

/** What the SDL says of another subgraph's things that no supergraph shows. */
export function saysOfOthers(
  before: Surface,
  uses: readonly DirectiveUse[],
  meant: (written: string) => string | null,
  candidate: string,
): Change[] {
  return uses.flatMap(({ directive, coordinate }) => {
    const old = before.visible.get(coordinate);
    if (!old || !OF_ALL.has(meant(directive.name.value) ?? '') || !isOthers(old.subgraphs, candidate)) return [];
    const message = `${coordinate} is ${others(old.subgraphs, candidate)}'s, too, for which @${directive.name.value} would count.`;
    return [change('CHANGES_OTHERS', coordinate, message)];
  });
}

function gained(coordinate: string, old: FieldFacts, now: FieldFacts, before: Surface): Change[] {
  const type = before.types.get(old.type);
  if (!type || isKey(before, type, old)) return [];
  const left = [...old.owners].filter((owner) => !now.owners.has(owner));
  return [...now.owners].flatMap((owner) => {
    if (old.owners.has(owner)) return [];
    if (left.length > 0) {
      return [change('TAKES_OVER', coordinate, `${owner} takes over ${coordinate} from ${left.join(', ')}.`)];
    }
    if (!ROOTS.has(old.type) && type.keys.size === 0) return []; // each tells its own values of such a type
    const message = `${owner} would answer ${coordinate}, as ${[...old.owners].join(', ')} does: clients get either's.`;
    return [change('ANSWERS_TOO', coordinate, message)];
  });
}

/** Whoever has an entity names it by its key. */
const isKey = (surface: Surface, { keys }: TypeFacts, field: FieldFacts): boolean =>
  [...keys.values()].some((sets) => [...sets].some((key) => fieldsIn(surface, field.type, key).includes(field)));

function provided(
  coordinate: string,
  old: FieldFacts | undefined,
  now: FieldFacts,
  before: Surface,
  after: Surface,
): Change[] {
  return [...now.provides].flatMap(([subgraph, fieldSet]) => {
    if (old?.provides.get(subgraph) === fieldSet) return [];
    return fieldsIn(after, now.value, fieldSet).flatMap((field) => {
      const owners = before.fields.get(`${field.type}.${field.field}`)?.owners ?? new Set();
      if (owners.size === 0 || owners.has(subgraph)) return [];
      const what = `${field.type}.${field.field} of ${[...owners].join(', ')}`;
      return [
        change(
          'PROVIDES_OTHERS',
          coordinate,
          `${subgraph} would give values for ${what}, by @provides of ${coordinate}.`,
        ),
      ];
    });
  });
}

function interfaceObjects(type: string, old: TypeFacts | undefined, now: TypeFacts): Change[] {
  if (!old) return [];
  return [...now.interfaceObjectIn].flatMap((subgraph) => {
    if (old.interfaceObjectIn.has(subgraph) || !isOthers(old.subgraphs, subgraph)) return [];
    const message = `${subgraph} would add its fields to every type that is a ${type}, by @interfaceObject.`;
    return [change('EXTENDS_INTERFACE', type, message)];
  });
}

function changed(before: Surface, after: Surface, candidate: string): Change[] {
  return [...before.visible].flatMap(([coordinate, old]) => {
    if (!isOthers(old.subgraphs, candidate)) return [];
    const now = after.visible.get(coordinate);
    const whose = others(old.subgraphs, candidate);
    if (!now) return [change('CHANGES_OTHERS', coordinate, `${coordinate} of ${whose} would be gone for clients.`)];
    if (now.text === old.text) return [];
    return [
      change('CHANGES_OTHERS', coordinate, `${coordinate} of ${whose} was ${old.text}, and would be ${now.text}.`),
    ];
  });
}

const others = (subgraphs: ReadonlySet<string>, candidate: string): string =>
  [...subgraphs].filter((subgraph) => subgraph !== candidate).join(', ');

const change = (code: FindingCode, coordinate: string, message: string): Change => ({
  severity: 'error',
  code,
  coordinate,
  message,
});
