import { registerEnumType } from 'type-graphql';

export enum PartnerRole {
  LEADER = 'LEADER',
  MUNICIPALITY = 'MUNICIPALITY',
  SUPPORT_CENTRE = 'SUPPORT_CENTRE',
  PARENT_INSTITUTION = 'PARENT_INSTITUTION',
  MEDIA = 'MEDIA',
  NETWORK = 'NETWORK',
}
registerEnumType(PartnerRole, { name: 'PartnerRole', description: 'What a partner is to the partnership.' });
