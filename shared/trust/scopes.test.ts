import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { getNamedType, isInputObjectType } from 'graphql';
import { readAccess } from '../../gateway/people/person-questions.ts';
import { ownRequirements } from '../access/read-requirements.ts';
import { maySendFiles, SCOPES } from './scopes.ts';

it('counts as scopes for files those of the mutations that take one, and no others', () => {
  const mutations = Object.values(
    readAccess(readFileSync('gateway/supergraph.graphql', 'utf8')).getMutationType()?.getFields() ?? {},
  );
  const takeFiles = mutations.filter(({ args }) =>
    args.some(({ name, type }) => {
      const named = getNamedType(type);
      return name === 'csv' || (isInputObjectType(named) && 'csv' in named.getFields());
    }),
  );
  const asked = new Set(takeFiles.flatMap((field) => ownRequirements(field).flat(2)));

  expect(Object.keys(SCOPES).filter((scope) => maySendFiles([scope]))).toEqual(
    Object.keys(SCOPES).filter((scope) => asked.has(scope)),
  );
  expect(asked.size).toBeGreaterThan(5);
});
