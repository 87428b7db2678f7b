import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import { outcomesOf } from './conditions.ts';
import { compileDependencies, type Dependencies } from './dependencies/compile-dependencies.ts';
import { fragmentsOf } from './fragments.ts';
import type { PlanKit } from './plan/plan-kit.ts';
import { plannableText } from './plannable.ts';
import { createPlans, type Plans } from './planning.ts';
import { buildShape } from './projection/build-shape.ts';
import type { Shape } from './projection/shape.ts';
import { compileText, type TextProjection } from './projection/to-text.ts';
import { createTreeKeys } from './tree-keys.ts';
import { withIds } from './with-ids.ts';

type Variables = Record<string, unknown>;

/** An operation made ready once for all the requests that send the same document. */
export interface Operation<C> {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  planFor: Plans<C>;
  shapeFor(variables: Variables): Shape;
  /** Writes the plain answer as JSON; gives undefined where it is not plain. */
  textFor(variables: Variables): TextProjection;
  dependenciesFor(variables: Variables): Dependencies;
}

/** No document has more shapes kept than this, however many ways its `@skip` and `@include` can fall out. */
const SHAPES_KEPT = 16;

/** Throws a GraphQLError that the client may see. */
export function prepareOperation<C>(
  document: DocumentNode,
  operationName: string | null | undefined,
  kit: PlanKit<C>,
): Operation<C> {
  const { schema, requiredWithArguments, ownership, whole } = kit.supergraph;
  const definition = operationIn(document, operationName);
  const root = schema.getRootType(definition.operation);
  if (!root) {
    throw new GraphQLError(`The graph has no ${definition.operation}s.`, {
      nodes: definition,
      extensions: { code: 'OPERATION_NOT_SUPPORTED' }, // the document is a valid one, and the graph lacks its kind
    });
  }

  const fragments = fragmentsOf(document);
  const { definition: asked, fragments: askedFragments } = kit.asksIds
    ? withIds(kit.supergraph, definition, fragments)
    : { definition, fragments };
  const treeKey = createTreeKeys(requiredWithArguments);
  const outcome = outcomesOf(document);
  const shapes = new BoundedCache<Shape>(SHAPES_KEPT);
  const texts = new BoundedCache<TextProjection>(SHAPES_KEPT);
  const dependencies = new BoundedCache<Dependencies>(SHAPES_KEPT);
  const shapeFor = (variables: Variables): Shape =>
    shapes.remember(outcome(variables), () =>
      buildShape({ schema, treeKey, fragments, variables }, root, [definition.selectionSet]),
    );

  return {
    definition,
    fragments,
    planFor: createPlans({ outcome, text: (decided) => plannableText(asked, askedFragments, treeKey, decided) }, kit),
    shapeFor,
    textFor: (variables) => texts.remember(outcome(variables), () => compileText(shapeFor(variables))),
    dependenciesFor: (variables) =>
      dependencies.remember(outcome(variables), () =>
        compileDependencies({ schema, treeKey, fragments, variables, ownership, whole }, root, [
          definition.selectionSet,
        ]),
      ),
  };
}

function operationIn(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const definition = getOperationAST(document, name);
  if (definition) return definition;
  throw new GraphQLError('Say by operationName which one of the operations in the document to run.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
}
