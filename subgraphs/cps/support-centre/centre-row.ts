import { ManyToOne } from '@mikro-orm/decorators/legacy';
import { Ctx, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Territory } from '../territory/territory.stub.ts';
import { SupportCentre } from './support-centre.ts';

/** A row that is a centre's own work. */
@ObjectType()
export abstract class CentreRow extends PlacedRow {
  @ManyToOne(() => SupportCentre, { mapToPk: true, fieldName: 'support_centre_id' })
  supportCentreId: string;

  @Field(() => SupportCentre, { nullable: true, description: 'The centre whose work it is.' })
  supportCentre(@Ctx() { loaders }: Context): Promise<SupportCentre | null> {
    return loaders.supportCentreById.load(toGlobalId('SupportCentre', this.supportCentreId));
  }

  @Field(() => Territory, { nullable: true })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  /** Makes it the centre's, in the centre's own territory where no other is named. */
  belongTo(centre: SupportCentre, territory?: string | null): void {
    this.supportCentreId = centre.uuid;
    this.organisationId = centre.organisationId;
    this.placeIn(territory ?? centre.territoryCode);
  }
}
