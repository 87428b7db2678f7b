import { registerEnumType } from 'type-graphql';

export enum Sector {
  PUBLIC = 'PUBLIC',
  PRIVATE = 'PRIVATE',
  NON_GOVERNMENTAL = 'NON_GOVERNMENTAL',
}
registerEnumType(Sector, { name: 'Sector', description: 'The three sectors of a partnership.' });
