import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A class of a published classification: NACE Rev. 2.1, legal forms.',
})
@Directive('@shareable')
export class Classification {
  @Field(() => String, {
    description: 'The classification: "NACE2.1", "LEGAL_FORM_PL".',
  })
  scheme: string;

  @Field(() => String, {
    description: 'The class, as the classification writes it.',
  })
  code: string;

  @Field(() => String, { description: 'The name of the class, in English.' })
  label: string;

  constructor(scheme: string, code: string, label: string) {
    this.scheme = scheme;
    this.code = code;
    this.label = label;
  }
}
