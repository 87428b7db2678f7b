import { Directive } from 'type-graphql';
import { type Purpose, purposeScope } from '../trust/purpose.ts';
import type { Scope } from '../trust/scopes.ts';

/** All of these are needed together. */
export type Alternative = Scope | readonly (Scope | `purpose:${Purpose}`)[];

/**
 * Lets only callers through who have all scopes of one of the alternatives: as an object type's decorator wherever the
 * type is reached, as a field's for this field. The gateway refuses before it plans, and the subgraph once more.
 */
export function RequiresScopes(...alternatives: Alternative[]): MethodDecorator & PropertyDecorator & ClassDecorator {
  const lists = alternatives.map((all) => (typeof all === 'string' ? [all] : all));
  return Directive(`@requiresScopes(scopes: ${JSON.stringify(lists)})`) as MethodDecorator &
    PropertyDecorator &
    ClassDecorator;
}

/** Lets every caller with a token through, whatever it allows. */
export const Authenticated = (): MethodDecorator & PropertyDecorator =>
  Directive('@authenticated') as MethodDecorator & PropertyDecorator;

/** Alternatives for data about people: the scope, for one of these purposes. */
export const forPurposes = (scope: Scope, ...purposes: Purpose[]): Alternative[] =>
  purposes.map((purpose) => [scope, purposeScope(purpose) as `purpose:${Purpose}`]);
