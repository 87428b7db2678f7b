import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { randomDocument, writtenOut } from '../../test/kit/random-document.ts';
import { type Extent, extentsOf } from './extent.ts';

const extentOf = (text: string): Extent | undefined => [...extentsOf(parse(text)).values()][0];

it('measures as if fragments were written out', () => {
  fc.assert(
    fc.property(randomDocument, (text) => {
      expect(extentOf(text)).toEqual(counted(text));
    }),
    { numRuns: 500 },
  );
});

/** What is counted in the written-out document, node by node. */
function counted(text: string): Extent {
  const extent = { depth: 0, fields: 0, rootFields: 0, aliases: 0, directives: 0 };
  let depth = 0;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [writtenOut(text)] };
  visit(document, {
    Field: {
      enter({ alias }) {
        depth++;
        extent.depth = Math.max(extent.depth, depth);
        extent.fields++;
        if (depth === 1) extent.rootFields++;
        if (alias) extent.aliases++;
      },
      leave() {
        depth--;
      },
    },
    Directive() {
      extent.directives++;
    },
  });
  return extent;
}

it('survives fragments that expand to more fields than there are atoms', () => {
  const levels = 600;
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on T { ${level + 1 < levels ? `...F${level + 1} ...F${level + 1}` : 'leaf'} }`,
  );
  const began = performance.now();

  expect(extentOf(`{ ...F0 } ${fragments.join('\n')}`)?.fields).toBe(2 ** (levels - 1));
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('leaves fragments that spread themselves, or are not there, to validation', () => {
  expect(extentOf('{ ...A } fragment A on T { a ...B } fragment B on T { b ...A ...C }')).toMatchObject({ fields: 2 });
});

it('counts the directives of the operation, its variables and its fragments', () => {
  expect(extentOf('query ($a: Int @x) @x { ...F @x ... @x { a @x } } fragment F on T @x { b @x @x }')?.directives).toBe(
    8,
  );
});
