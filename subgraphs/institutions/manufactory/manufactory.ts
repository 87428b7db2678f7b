import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Classification } from '../../../shared/classification/classification.ts';
import { NACE } from '../../../shared/classification/code-list.ts';
import { Node } from '../../../shared/node/node.ts';
import { Department } from '../department/department.ts';
import { Idea } from '../idea/idea.stub.ts';
import { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { Territory } from '../territory/territory.stub.ts';
import { guard } from './guard.ts';
import { ManufactoryLife } from './life.ts';

@Entity()
@ObjectType({
  implements: Node,
  description:
    'A small enterprise lab, at first a department of its parent institution, that employs people at risk of exclusion (manufaktura integracyjna).',
})
@Directive('@key(fields: "id")')
export class Manufactory extends ManufactoryLife {
  @ManyToOne(() => ParentInstitution, { mapToPk: true, fieldName: 'parent_institution_id' })
  parentInstitutionId: string;

  @ManyToOne(() => Department, { mapToPk: true, fieldName: 'department_id', nullable: true, deleteRule: 'no action' })
  departmentId: string | null = null;

  /** It lives in the cps subgraph. */
  @Property({ type: 'uuid' })
  ideaId: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name: string;

  @Property({ type: 'text', fieldName: 'activity' })
  activityCode: string;

  @Field(() => Classification, { description: 'What it does, by NACE Rev. 2.1.' })
  get activity(): Classification {
    return NACE.get(this.activityCode);
  }

  @Field(() => Idea, { nullable: true, description: 'The idea that it came from.' })
  get idea(): Idea {
    return Idea.of(this.ideaId);
  }

  @Field(() => Territory, { nullable: true, description: 'Where it works.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  /** Makes it a department of its parent institution, or another one. */
  moveTo(department: Department): void {
    guard(
      'department',
      department.parentInstitutionId === this.parentInstitutionId && department.closedOn === null,
      this.id,
      `${this.name} can only be in a department of its own parent institution that is open, which ${department.name} is not.`,
    );
    this.departmentId = department.uuid;
  }
}
