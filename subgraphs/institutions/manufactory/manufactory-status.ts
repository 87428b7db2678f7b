import { registerEnumType } from 'type-graphql';

export enum ManufactoryStatus {
  PREPARING = 'PREPARING',
  PROTECTED = 'PROTECTED',
  DECISION = 'DECISION',
  INDEPENDENT = 'INDEPENDENT',
  RETAINED = 'RETAINED',
  CLOSED = 'CLOSED',
}
registerEnumType(ManufactoryStatus, {
  name: 'ManufactoryStatus',
  description:
    'From preparation through the protective period (okres ochronny) to independence, or to staying in the parent institution.',
});

export enum SupportPhase {
  FULL = 'FULL',
  FADING = 'FADING',
  ENDED = 'ENDED',
}
registerEnumType(SupportPhase, {
  name: 'SupportPhase',
  description: 'How support fades (wygasające wsparcie); an axis of its own, beside the status.',
});
