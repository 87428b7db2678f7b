import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';

@Entity()
@ObjectType({
  implements: Node,
  description: 'A part of a parent institution, which is what a manufactory is at first (dział).',
})
@Directive('@key(fields: "id")')
export class Department extends OwnedRow {
  @ManyToOne(() => ParentInstitution, { mapToPk: true, fieldName: 'parent_institution_id' })
  parentInstitutionId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  openedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null while it is open.' })
  closedOn: string | null = null;

  /** @param hosted - the names of the manufactories that are still a part of it */
  close(on: string, hosted: string[]): void {
    if (this.closedOn !== null) {
      const message = `The department ${this.name} was closed on ${this.closedOn} already.`;
      throw new DomainError('CONFLICT', message, { guard: 'open', id: this.id });
    }
    if (hosted.length > 0) {
      const message = `The department ${this.name} cannot be closed while it is home to ${hosted.join(', ')}: \`placeManufactory\` in another department, or \`closeManufactory\`.`;
      throw new DomainError('CONFLICT', message, { guard: 'empty', id: this.id });
    }
    this.closedOn = on;
  }

  override assertValid(): void {
    if (this.closedOn === null || this.closedOn >= this.openedOn) return;
    throw new Invalid(`A department is not closed (${this.closedOn}) before it is opened (${this.openedOn}).`, {
      field: 'closed_on',
    });
  }
}
