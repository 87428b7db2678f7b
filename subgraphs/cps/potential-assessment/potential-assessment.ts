import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { PersonalRow } from '../beneficiary/personal-row.ts';
import { OfCase } from '../beneficiary/purposes.ts';

export enum Strength {
  HANDICRAFT = 'HANDICRAFT',
  COOKING = 'COOKING',
  CARE = 'CARE',
  MUSIC = 'MUSIC',
  ART = 'ART',
  STORYTELLING = 'STORYTELLING',
  TEACHING = 'TEACHING',
  ORGANISING = 'ORGANISING',
  SELLING = 'SELLING',
  NATURE = 'NATURE',
  TECHNOLOGY = 'TECHNOLOGY',
  LANGUAGES = 'LANGUAGES',
  SPORT = 'SPORT',
  TEAMWORK = 'TEAMWORK',
  PERSISTENCE = 'PERSISTENCE',
}
registerEnumType(Strength, { name: 'Strength', description: 'A closed list, so that no free text tells who it is.' });

export const LONGEST_PASSION = 200;

@Entity()
@ObjectType({ description: "What a centre recognised of a beneficiary's potential (rozpoznanie potencjału)." })
@OfCase
export class PotentialAssessment extends PersonalRow {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the person would love to live by, in a few words that name nobody.' })
  @OfCase
  passion: string;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [Strength])
  @OfCase
  strengths: Strength[];

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @OfCase
  assessedOn: string;

  override assertValid(): void {
    if (!this.passion.trim() || this.passion.length > LONGEST_PASSION) {
      throw new Invalid(`A passion is told in 1 to ${LONGEST_PASSION} characters; got ${this.passion.length}.`, {
        field: 'passion',
        limit: LONGEST_PASSION,
      });
    }
    if (this.strengths.length === 0 || new Set(this.strengths).size < this.strengths.length) {
      throw new Invalid('An assessment names at least one strength, and each of them once.', { field: 'strengths' });
    }
  }
}
