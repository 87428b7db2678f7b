import fc from 'fast-check';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What random documents are asked of: objects, lists that say how long they are, pages, and lists that do not. */
export const TREES = `
  type Query { tree: Tree trees(first: Int = 2, in: String): [Tree!]! page(first: Int! = 3): Trees some: [Tree!]! size: Int }
  type Tree { tree: Tree trees(first: Int = 2, in: String): [Tree!]! page(first: Int! = 3): Trees size: Int }
  type Trees { nodes: [Tree!]! total: Int }
`;

const FRAGMENTS = 3;
const name = fc.constantFrom('', 'a: ', 'b: ');
const condition = fc.constantFrom(
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: false)',
  ' @skip(if: false)',
);
const first = fc.constantFrom('', '(first: 0)', '(first: 1)', '(first: 3)', '(first: $n)', '(in: "x", first: $n)');
const onPage = fc.constantFrom('', '(first: 1)', '(first: $n)');

/** @param from - the fragments that may be spread are those from this one on, so that none spreads itself */
function selections(type: 'Query' | 'Tree', depth: number, from: number): fc.Arbitrary<string> {
  const leaf = fc.tuple(name, condition).map(([alias, when]) => `${alias}size${when}`);
  if (depth === 0) return leaf;
  const below = selections('Tree', depth - 1, from);
  const spread = fc
    .tuple(fc.integer({ min: Math.min(from, FRAGMENTS - 1), max: FRAGMENTS - 1 }), condition)
    .map(([number, when]) => `...F${number}${when}`);
  const kinds = [
    leaf,
    fc.tuple(name, condition, below).map(([alias, when, set]) => `${alias}tree${when} { ${set} }`),
    fc.tuple(name, first, condition, below).map(([alias, args, when, set]) => `${alias}trees${args}${when} { ${set} }`),
    fc.tuple(name, onPage, below).map(([alias, args, set]) => `${alias}page${args} { total nodes { ${set} } }`),
    fc.tuple(condition, selections(type, depth - 1, from)).map(([when, set]) => `... on ${type}${when} { ${set} }`),
    ...(type === 'Tree' && from < FRAGMENTS ? [spread, spread] : []),
    ...(type === 'Query' ? [below.map((set) => `some { ${set} }`)] : []),
  ];
  return fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 2 }).map((all) => all.join(' '));
}

/** One operation with fragments that spread each other, with the variables `$n` and `$yes`. */
export const randomDocument: fc.Arbitrary<string> = fc
  .tuple(
    selections('Query', 2, 0),
    ...Array.from({ length: FRAGMENTS }, (_, number) => selections('Tree', 1, number + 1)),
  )
  .map(([set, ...fragments]) =>
    [
      `query ($n: Int = 4, $yes: Boolean = true) { ${set} }`,
      ...fragments.map((text, number) => `fragment F${number} on Tree { ${text} }`),
    ].join('\n'),
  );

/** The operation with its fragments written out, by plain recursion. */
export function writtenOut(text: string): OperationDefinitionNode {
  const document: DocumentNode = parse(text, { noLocation: true });
  const fragments = document.definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const set = ({ selections: all }: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: all.map(one),
  });
  const one = (selection: SelectionNode): SelectionNode => {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      return selection.selectionSet ? { ...selection, selectionSet: set(selection.selectionSet) } : { ...selection };
    }
    const fragment = fragments.find((known) => known.name.value === selection.name.value);
    if (!fragment) throw new Error(`There is no fragment ${selection.name.value}.`);
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives: selection.directives ?? [],
      selectionSet: set(selectionSet),
    };
  };
  const [operation] = document.definitions as OperationDefinitionNode[];
  if (!operation) throw new Error('There is no operation.');
  return { ...operation, selectionSet: set(operation.selectionSet) };
}
