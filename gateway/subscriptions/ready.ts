import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { audienceOf } from '../../shared/trust/caller.ts';
import type { Engine } from '../engine/engine.ts';
import type { Subscription } from '../engine/subscription.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { badPosition } from './endings.ts';
import { type Position, positionOf } from './position.ts';

/** Says, as a variable or argument of this type, where a subscriber begins. */
const POSITION_TYPE = 'EventPosition';

/** What a client asks to be subscribed to. */
export interface Wish {
  source: string;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  /** What the transport says of where to begin; it is newer than what the document says. */
  lastEventId?: string | undefined;
}

/** A wish that the engine is ready for. */
export interface Ready {
  /** Equal for those who get equal answers. */
  key: string;
  /** Where this subscriber begins; from now on where that is not said. */
  from: Position | undefined;
  /** Whether the document itself says where to begin, whoever sends it. */
  mustBegin: boolean;
  subscription: Subscription<GatewayContext>;
  /** What the subgraph is asked, beginning behind the position. */
  bodyFrom(position: Position | undefined): string;
}

/** Gives the reasons where the wish cannot be fulfilled. */
export async function makeReady(
  engine: Engine<GatewayContext>,
  wish: Wish & { document: DocumentNode },
  context: GatewayContext,
): Promise<Ready | readonly GraphQLFormattedError[]> {
  const subscription = await engine.subscribe({ ...wish, context });
  if (!('source' in subscription)) return subscription.map((error) => error.toJSON());

  const { source, document, operationName, lastEventId } = wish;
  const { variables } = subscription;
  const { names, literal, isRequired } = positionsIn(engine.schema, document, operationName);
  const begin = [lastEventId || undefined, ...names.map((name) => variables[name]), literal];
  const said = begin.find((value) => value !== undefined && value !== null);
  const from = positionOf(String(said));
  if (said !== undefined && from === undefined) return [badPosition()];

  const others = Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
  return {
    key: JSON.stringify([source, operationName ?? null, others, audienceOf(context.caller)]),
    from,
    mustBegin: isRequired || literal !== undefined,
    subscription,
    bodyFrom(position) {
      const begins = Object.fromEntries(names.map((name) => [name, position?.toString()]));
      return subscription.source.bodyFor({ ...variables, ...begins });
    },
  };
}

interface Positions {
  /** Of variables. */
  names: string[];
  literal: unknown;
  /** Whether a variable must have a value. */
  isRequired: boolean;
}

function positionsIn(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Positions {
  const found: Positions = { names: [], literal: undefined, isRequired: false };
  const types = new TypeInfo(schema);
  const isOther = (node: OperationDefinitionNode | FragmentDefinitionNode): boolean =>
    node.kind === Kind.OPERATION_DEFINITION && operationName !== undefined && node.name?.value !== operationName;
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => (isOther(node) ? false : undefined),
      VariableDefinition({ variable, type, defaultValue }) {
        const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
        if (named.kind !== Kind.NAMED_TYPE || named.name.value !== POSITION_TYPE) return;
        found.names.push(variable.name.value);
        if (type.kind === Kind.NON_NULL_TYPE && !defaultValue) found.isRequired = true;
      },
      Argument({ value }) {
        if (value.kind === Kind.VARIABLE || getNamedType(types.getInputType())?.name !== POSITION_TYPE) return;
        found.literal ??= valueFromASTUntyped(value) ?? undefined;
      },
    }),
  );
  return found;
}
