import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, it } from '@jest/globals';
import { TEXTS } from '../../gateway/dashboard/app/language/texts.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';

const ids = Object.keys(TEXTS.en) as (keyof typeof TEXTS.en)[];
const app = path.join(projectRoot(), 'gateway/dashboard/app');
const code = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
  .map((file) => readFileSync(path.join(app, file), 'utf8'))
  .join('\n');

/** All parts of a text, and those within its plurals, choices and tags. */
const partsOf = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.flatMap((element) => [
    element,
    ...(element.type === TYPE.tag ? partsOf(element.children) : []),
    ...(element.type === TYPE.plural || element.type === TYPE.select
      ? Object.values(element.options).flatMap(({ value }) => partsOf(value))
      : []),
  ]);

const valuesOf = (text: string): string => {
  const parts = partsOf(parse(text));
  const named = parts.flatMap((part) => (part.type === TYPE.literal || part.type === TYPE.pound ? [] : [part.value]));
  return [...new Set(named)].sort().join();
};

it('has the same texts in both languages, and gives them the same values', () => {
  expect(Object.keys(TEXTS.pl).sort()).toEqual(Object.keys(TEXTS.en).sort());
  expect(ids.filter((id) => valuesOf(TEXTS.en[id]) !== valuesOf(TEXTS.pl[id]))).toEqual([]);
});

it.each([
  ['en', 'one,other'],
  ['pl', 'few,many,one,other'],
] as const)('has in %s all forms of each plural: %s', (language, wanted) => {
  const lacking = ids.filter((id) =>
    partsOf(parse(TEXTS[language][id])).some((part) => {
      if (part.type !== TYPE.plural) return false;
      const forms = Object.keys(part.options).filter((form) => !form.startsWith('='));
      return forms.sort().join() !== wanted;
    }),
  );
  expect(lacking).toEqual([]);
});

it('has no text that nobody says', () => {
  const isSaid = (id: string): boolean => {
    const kind = id.slice(0, id.lastIndexOf('.'));
    return (
      code.includes(`'${id}'`) ||
      code.includes(`"${id}"`) ||
      code.includes(`nameOf('${kind}'`) ||
      code.includes(`\`${kind}.\${`)
    );
  };
  expect(ids.filter((id) => !isSaid(id))).toEqual([]);
});
