import { registerEnumType } from 'type-graphql';

export enum IncentiveKind {
  RENT_RELIEF = 'RENT_RELIEF',
  GRANT = 'GRANT',
  SOCIAL_CLAUSE = 'SOCIAL_CLAUSE',
  TAX_RELIEF = 'TAX_RELIEF',
}
registerEnumType(IncentiveKind, { name: 'IncentiveKind', description: 'How a municipality helps (system zachęt).' });
