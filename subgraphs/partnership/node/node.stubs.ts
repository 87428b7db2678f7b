import { type ClassType, Directive, ObjectType } from 'type-graphql';
import { Node } from '../../../shared/node/node.ts';

/** Public types of other subgraphs: `node(id:)` answers with the id alone, and their owners fill in the rest. */
function stub(name: string): ClassType<Node> {
  @ObjectType(name, { implements: Node })
  @Directive('@key(fields: "id", resolvable: false)')
  class Stub extends Node {}

  return Stub;
}

const names = [
  'Announcement',
  'Budget',
  'BudgetLine',
  'Consultation',
  'Department',
  'Idea',
  'Incentive',
  'IncentiveScheme',
  'LegalFormAdvice',
  'Manufactory',
  'Municipality',
  'Need',
  'Network',
  'Order',
  'ParentInstitution',
  'PriceOption',
  'Release',
  'Service',
  'SocialPolicy',
  'Submission',
  'SupportCentre',
  'Training',
] as const;

export const stubByType = new Map<string, ClassType<Node>>(names.map((name) => [name, stub(name)]));

export const stubs = [...stubByType.values()];
