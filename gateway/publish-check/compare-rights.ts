import { both, isAsStrict } from '../engine/access/requirement.ts';
import { fieldsIn } from './field-set.ts';
import type { Finding, FindingCode } from './finding.ts';
import { inWords, isOpen, NEEDS_NOTHING, type Need } from './need.ts';
import type { FieldFacts, Surface } from './surface.ts';

/** A finding about something that clients, or subgraphs, know by a coordinate. */
export interface Change {
  severity: Finding['severity'];
  code: FindingCode;
  coordinate: string;
  message: string;
}

/**
 * Who may see more than before, who less, and which subgraph would be told what is protected. It is read off the supergraphs, so it
 * makes no difference by which trick of which SDL it came about.
 *
 * @param candidate - the subgraph that is published; null where the supergraph is given as a whole
 */
export function compareRights(before: Surface, after: Surface, candidate: string | null): Change[] {
  return [
    ...openMutations(before, after),
    ...[...after.types].flatMap(([type, facts]) => {
      const old = before.types.get(type);
      if (!old) return [];
      return compareNeeds(type, old, facts, isOthers(old.subgraphs, candidate));
    }),
    ...[...after.fields].flatMap(([coordinate, facts]) => {
      const old = before.fields.get(coordinate);
      if (!old || isSame(old, facts)) return []; // what changed for the type was told of the type
      const isForeign = isOthers(old.owners, candidate);
      return compareNeeds(coordinate, withType(before, old), withType(after, facts), isForeign);
    }),
    ...protectedKeys(before, after),
    ...reads(before, after),
  ];
}

/** Whether somebody else has it, too. */
export const isOthers = (subgraphs: ReadonlySet<string>, candidate: string | null): boolean =>
  candidate !== null && [...subgraphs].some((subgraph) => subgraph !== candidate);

interface Protected {
  need: Need;
  isHidden: boolean;
}

const withType = ({ types }: Surface, { type, need, isHidden }: FieldFacts): Protected => ({
  need: both(types.get(type)?.need ?? NEEDS_NOTHING, need),
  isHidden: isHidden || (types.get(type)?.isHidden ?? false),
});

const isSame = (one: Protected, other: Protected): boolean =>
  one.isHidden === other.isHidden && isAsStrict(one.need, other.need) && isAsStrict(other.need, one.need);

function compareNeeds(coordinate: string, old: Protected, now: Protected, isForeign: boolean): Change[] {
  const found: Change[] = [];
  const add = (code: FindingCode, message: string): void =>
    void found.push({ severity: 'error', code, coordinate, message });
  if (!isAsStrict(now.need, old.need)) {
    add('RIGHTS_LOST', `${coordinate} needed ${inWords(old.need)}, and now ${inWords(now.need)}: more may see it.`);
  } else if (isForeign && !isAsStrict(old.need, now.need)) {
    const change = `needed ${inWords(old.need)}, and now ${inWords(now.need)}`;
    add('RIGHTS_NARROWED', `${coordinate}, which is another subgraph's, ${change}: fewer may see it.`);
  }
  if (old.isHidden && !now.isHidden)
    add('MADE_VISIBLE', `${coordinate} was inaccessible to clients, and is no longer.`);
  return found;
}

function openMutations(before: Surface, after: Surface): Change[] {
  return [...after.fields].flatMap(([coordinate, facts]): Change[] => {
    if (facts.type !== 'Mutation' || before.fields.has(coordinate) || !isOpen(withType(after, facts).need)) return [];
    const message = `${coordinate} is open to everybody. A mutation says who may make it, by @requiresScopes or @authenticated.`;
    return [{ severity: 'error', code: 'MUTATION_OPEN', coordinate, message }];
  });
}

const isProtected = ({ need, isHidden }: Protected): boolean => isHidden || !isOpen(need);

/** Whoever has a key is told it of each entity, whoever asks: also of those that clients may not see. */
function protectedKeys(before: Surface, after: Surface): Change[] {
  return [...after.types].flatMap(([type, facts]) => {
    const old = before.types.get(type);
    if (!old) return [];
    return [...facts.keys].flatMap(([subgraph, keys]) =>
      [...keys].flatMap((key): Change[] => {
        if (old.keys.get(subgraph)?.has(key)) return [];
        const behind = facts.interfaceObjectIn.has(subgraph) ? implementing(after, type) : [];
        const secret =
          isProtected(facts) ||
          behind.some((object) => isProtected(after.types.get(object) ?? facts)) ||
          fieldsIn(after, type, key).some((field) => isProtected(withType(after, field)));
        if (!secret) return [];
        const message = `${subgraph} would know each ${type} by its key "${key}", which is not for everybody.`;
        return [{ severity: 'error', code: 'PROTECTED_KEY', coordinate: type, message }];
      }),
    );
  });
}

export const implementing = ({ types }: Surface, name: string): string[] =>
  [...types].flatMap(([object, facts]) => (facts.interfaces.includes(name) ? [object] : []));

/** What `@requires` would have the gateway tell a subgraph of another's facts. */
function reads(before: Surface, after: Surface): Change[] {
  return [...after.fields].flatMap(([coordinate, facts]) =>
    [...facts.requires].flatMap(([subgraph, fieldSet]) => {
      if (before.fields.get(coordinate)?.requires.get(subgraph) === fieldSet) return [];
      return fieldsIn(after, facts.type, fieldSet).flatMap((field): Change[] => {
        if (field.owners.has(subgraph)) return [];
        const secret = isProtected(withType(after, field));
        const message = `${subgraph} would be told ${field.type}.${field.field} of ${[...field.owners].join(', ')}, by @requires of ${coordinate}`;
        return secret
          ? [{ severity: 'error', code: 'PROTECTED_READ', coordinate, message: `${message}: it is not for everybody.` }]
          : [{ severity: 'info', code: 'READS_OTHERS', coordinate, message: `${message}.` }];
      });
    }),
  );
}
