import type { FlattenNodePathSegment, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { planLines } from './plan-lines.ts';
import type { Seen, Trace } from './trace.ts';

/** A step of a plan by the planner's own name, with what it took in this request. */
export type ShownNode =
  | { kind: 'Sequence' | 'Parallel'; nodes: ShownNode[] }
  | { kind: 'Flatten'; path: string; node: ShownNode }
  | { kind: 'Condition'; condition: string; ifClause?: ShownNode; elseClause?: ShownNode }
  | ShownFetch;

export type ShownFetch = { service: string; operation: string } & Partial<Seen> &
  ({ kind: 'Fetch'; requires?: string } | { kind: 'BatchFetch'; entities: ShownEntities[] });

/** One list of entities among those that a batch asks about. */
export interface ShownEntities {
  alias: string;
  paths: string[];
  requires: string;
}

/** A request's plan, to be seen by people (`text`) and programs (`node`). */
export interface ShownPlan {
  text: string[];
  planningMilliseconds: number;
  node: ShownNode | null;
}

export function showPlan(node: PlanNode | undefined, trace: Trace): ShownPlan {
  const shown = node ? showNode(node, trace) : null;
  return { text: planLines(shown), planningMilliseconds: trace.planningMilliseconds, node: shown };
}

function showNode(node: PlanNode, trace: Trace): ShownNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((inner) => showNode(inner, trace)) };
    case 'Flatten':
      return { kind: node.kind, path: pathText(node.path), node: showNode(node.node, trace) };
    case 'Condition': {
      const { kind, condition, ifClause, elseClause } = node;
      const [then, otherwise] = [ifClause, elseClause].map((clause) => clause && showNode(clause, trace));
      return { kind, condition, ifClause: then, elseClause: otherwise };
    }
    case 'Fetch': {
      const { kind, serviceName: service, operation, requires } = node;
      return { kind, service, operation, requires: requires && requiresText(requires), ...trace.seen(node) };
    }
    case 'BatchFetch': {
      const { kind, serviceName: service, operation, entityBatch } = node;
      const entities = entityBatch.aliases.map(({ alias, paths, requires }) => {
        return { alias, paths: paths.map(pathText), requires: requiresText(requires) };
      });
      return { kind, service, operation, entities, ...trace.seen(node) };
    }
    default:
      throw new Error(`The engine has no way to show a plan step of the kind ${JSON.stringify(node.kind)}.`);
  }
}

/** `users.@.|[Admin|Member].team`: fields, `@` for each of a list, and types. */
function pathText(path: FlattenNodePathSegment[]): string {
  return path
    .map((segment) => {
      if (segment === '@') return segment;
      return 'Field' in segment ? segment.Field : `|[${segment.TypeCondition.join('|')}]`;
    })
    .join('.');
}

function requiresText(selections: RequiresSelection[]): string {
  const texts = selections.map((selection) => {
    if (selection.kind === 'FragmentSpread') return `...${selection.value}`;
    const inner = selection.selections?.length ? ` ${requiresText(selection.selections)}` : '';
    if (selection.kind === 'InlineFragment') return `... on ${selection.typeCondition}${inner}`;
    return `${selection.alias ? `${selection.alias}: ` : ''}${selection.name}${inner}`;
  });
  return `{ ${texts.join(' ')} }`;
}
