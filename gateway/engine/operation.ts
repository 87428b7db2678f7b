import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { decisionsOn } from './access/decisions.ts';
import type { Gate } from './access/gate.ts';
import { permittedPart } from './access/permitted-part.ts';
import type { Granted } from './access/requirement.ts';
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

/** What tells one request's part of a document from another's: its conditions, and what its caller may see. */
export interface Asked {
  /** Equal for those that are answered by one plan and in one shape. */
  key: string;
  variables: Variables;
  gate: Gate;
}

/** An operation made ready once for all the requests that send the same document. */
export interface Operation<C> {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** @param granted - what the caller has; asked only where the document needs something */
  askedWith(variables: Variables, granted: () => Granted): Asked;
  planFor: Plans<C>;
  shapeFor(asked: Asked): Shape;
  /** Writes the plain answer as JSON; gives undefined where it is not plain. */
  textFor(asked: Asked): TextProjection;
  dependenciesFor(asked: Asked): Dependencies;
}

/** No document has more shapes kept than this, however many ways its conditions and its access can fall out. */
const SHAPES_KEPT = 16;

/** Throws a GraphQLError that the client may see. */
export function prepareOperation<C>(
  document: DocumentNode,
  operationName: string | null | undefined,
  kit: PlanKit<C>,
): Operation<C> {
  const { schema, requiredWithArguments, ownership, whole, access } = kit.supergraph;
  const definition = operationIn(document, operationName);
  const root = schema.getRootType(definition.operation);
  if (!root) {
    throw new GraphQLError(`The graph has no ${definition.operation}s.`, {
      nodes: definition,
      extensions: { code: 'OPERATION_NOT_SUPPORTED' }, // the document is a valid one, and the graph lacks its kind
    });
  }

  const fragments = fragmentsOf(document);
  const withAll = kit.asksIds ? withIds(kit.supergraph, definition, fragments) : { definition, fragments };
  const treeKey = createTreeKeys(requiredWithArguments);
  const outcome = outcomesOf(document);
  const decide = decisionsOn(access, schema, withAll.definition, withAll.fragments);
  const shapes = new BoundedCache<Shape>(SHAPES_KEPT);
  const texts = new BoundedCache<TextProjection>(SHAPES_KEPT);
  const dependencies = new BoundedCache<Dependencies>(SHAPES_KEPT);
  const shapeFor = ({ key, variables, gate }: Asked): Shape =>
    shapes.remember(key, () =>
      withoutTheLost(buildShape({ schema, treeKey, fragments, variables, gate }, root, [definition.selectionSet])),
    );

  /** Null where nothing has to be fetched, or a refusal leaves no answer: then no mutation is run, either. */
  function textToPlan(asked: Asked): string | null {
    if (isLost(shapeFor(asked))) return null;
    const { variables, gate } = asked;
    const permitted = permittedPart({ access, schema, gate }, withAll);
    return plannableText(permitted.definition, permitted.fragments, treeKey, variables);
  }

  return {
    definition,
    fragments,
    askedWith(variables, granted) {
      const { key, gate } = decide(granted);
      return { key: `${outcome(variables)}${key}`, variables, gate };
    },
    planFor: createPlans(textToPlan, kit),
    shapeFor,
    textFor: (asked) => texts.remember(asked.key, () => compileText(shapeFor(asked))),
    dependenciesFor: ({ key, variables }) =>
      dependencies.remember(key, () =>
        compileDependencies({ schema, treeKey, fragments, variables, ownership, whole }, root, [
          definition.selectionSet,
        ]),
      ),
  };
}

/** Whether a refusal at the root makes null of the whole answer. */
const isLost = ({ fields }: Shape): boolean => fields.some((field) => field.kind === 'refused' && !field.mayBeNull);

/** Then the refusals are all that there is to tell. */
const withoutTheLost = (shape: Shape): Shape =>
  isLost(shape) ? { ...shape, fields: shape.fields.filter(({ kind }) => kind === 'refused') } : shape;

function operationIn(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const definition = getOperationAST(document, name);
  if (definition) return definition;
  throw new GraphQLError('Say by operationName which one of the operations in the document to run.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
}
