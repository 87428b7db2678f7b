import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { findTerritory, TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { resolveTerritory } from '../territory/territory.resolver.ts';
import { Territory } from '../territory/territory.ts';

@Entity()
@ObjectType({ implements: Node, description: 'A regional, national or European network, which gathers outcomes.' })
@Directive('@key(fields: "id")')
export class Network extends PlacedRow {
  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text' })
  @Field(() => TerritoryLevel)
  level: TerritoryLevel;

  @Field(() => Organisation, { nullable: true })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Territory, { nullable: true, description: 'The territory whose partnerships may join it.' })
  get territory(): Territory | null {
    return resolveTerritory({ code: this.territoryCode });
  }

  override assertValid(): void {
    const level = findTerritory(this.territoryCode)?.level;
    if (this.level === TerritoryLevel.LOCAL || this.level !== level) {
      throw new Invalid(`A network works above the local level, and at that of its territory, which is ${level}.`, {
        field: 'level',
      });
    }
  }
}
