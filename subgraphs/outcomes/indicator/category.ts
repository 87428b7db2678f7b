import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One part of the people that a trait tells apart.' })
export class Category {
  @Field(() => ID)
  trait: string;

  @Field(() => ID)
  code: string;

  /** Of a figure's category, such as `EMPLOYMENT=INACTIVE;SEX=F`; none of ''. */
  static parse(category: string): Category[] {
    if (category === '') return [];
    return category.split(';').map((one) => {
      const [trait = '', code = ''] = one.split('=');
      return Object.assign(new Category(), { trait, code });
    });
  }
}
