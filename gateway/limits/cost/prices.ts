import { type ConstDirectiveNode, Kind, parse, valueFromASTUntyped } from 'graphql';

/** `@listSize`: how long a list may be. */
export interface ListSize {
  assumedSize?: number;
  /** Arguments that say so; `input.first` for a field of one. */
  slicingArguments?: string[];
  /** The lists are these fields of what the field gives. */
  sizedFields?: string[];
}

/** What the owners of a supergraph say of costs, by federation's `@cost` and `@listSize`. */
export interface Prices {
  /** By `Type`, `Type.field` and `Type.field.argument`. */
  weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  sizes: ReadonlyMap<string, ListSize>;
}

const COST = /^(cost__|federation__)?cost$/;
const LIST_SIZE = /^(cost__|federation__)?listSize$/;

interface Marked {
  directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Reads the directives that composition leaves in the supergraph, under their own names. */
export function readPrices(supergraph: string): Prices {
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  if (!/@\w*(cost|listSize)\b/.test(supergraph)) return { weights, sizes };

  const note = (place: string, { directives = [] }: Marked): void => {
    for (const { name, arguments: given = [] } of directives) {
      const values = Object.fromEntries(given.map((one) => [one.name.value, valueFromASTUntyped(one.value)]));
      if (COST.test(name.value)) weights.set(place, Number(values.weight));
      if (LIST_SIZE.test(name.value)) sizes.set(place, values as ListSize);
    }
  };
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = definition.name.value;
    if ('directives' in definition) note(type, definition as Marked);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      note(`${type}.${field.name.value}`, field);
      if (!('arguments' in field)) continue;
      for (const argument of field.arguments ?? []) {
        note(`${type}.${field.name.value}.${argument.name.value}`, argument);
      }
    }
  }
  return { weights, sizes };
}
