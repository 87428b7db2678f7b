import { type FieldNode, Kind, type OperationDefinitionNode, parse, print, type SelectionSetNode } from 'graphql';
import type { ShownFetch, ShownNode } from './shown-plan.ts';

/** Writes a plan down for people: a line each, because JSON shows the lines of one text as `\n`. */
export function planLines(node: ShownNode | null): string[] {
  return block('QueryPlan', node ? nodeLines(node) : []);
}

function nodeLines(node: ShownNode): string[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return block(node.kind, node.nodes.flatMap(nodeLines));
    case 'Flatten':
      return block(`Flatten(path: ${node.path})`, nodeLines(node.node));
    case 'Condition':
      return [
        ...(node.ifClause ? block(`Include(if: $${node.condition})`, nodeLines(node.ifClause)) : []),
        ...(node.elseClause ? block(`Skip(if: $${node.condition})`, nodeLines(node.elseClause)) : []),
      ];
    default:
      return block(`${node.kind}(service: ${node.service})`, selectionLines(node), tookText(node));
  }
}

function block(head: string, inner: string[], remark = ''): string[] {
  return [`${head} {${remark}`, ...inner.map((line) => `  ${line}`), '}'];
}

function tookText({ milliseconds, startedAfter, bytes, representations }: ShownFetch): string {
  if (milliseconds === undefined) return ' # not asked';
  const about = representations === undefined ? '' : ` about ${representations}`;
  const came = bytes === undefined ? 'no answer' : `${bytes} bytes`;
  return ` # asked${about} after ${startedAfter} ms, ${came} in ${milliseconds} ms`;
}

/** What the subgraph is asked for; of entities, with what they are known by. */
function selectionLines(fetch: ShownFetch): string[] {
  const selectionSet = operationOf(fetch.operation)?.selectionSet;
  if (!selectionSet) return [fetch.operation];
  if (fetch.kind === 'BatchFetch') {
    return fetch.entities.flatMap(({ alias, paths, requires }) =>
      block(`${alias}(paths: ${paths.join(', ')})`, [`${requires} =>`, ...linesOf(fieldOf(selectionSet, alias))]),
    );
  }
  if (!fetch.requires) return linesOf(selectionSet);
  return [`${fetch.requires} =>`, ...linesOf(fieldOf(selectionSet, '_entities'))];
}

const operationOf = (text: string): OperationDefinitionNode | undefined =>
  parse(text, { noLocation: true }).definitions.find((known) => known.kind === Kind.OPERATION_DEFINITION);

function fieldOf({ selections }: SelectionSetNode, key: string): SelectionSetNode | undefined {
  const fields = selections.filter((selection): selection is FieldNode => selection.kind === Kind.FIELD);
  return fields.find(({ name, alias }) => (alias ?? name).value === key)?.selectionSet;
}

const linesOf = (selectionSet: SelectionSetNode | undefined): string[] =>
  selectionSet ? print(selectionSet).split('\n') : [];
