import { Field, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

const NUMBERS = {
  krs: 'Its number in the National Court Register (KRS): 10 digits, and no other organisation has it.',
  nip: 'Its tax number (NIP): 10 digits.',
  regon: 'Its number in the register of the economy (REGON): 9 digits.',
};

@InputType()
export class RegisterOrganisationInput extends NewInput {
  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true, description: NUMBERS.krs })
  krs?: string | null;

  @Field(() => String, { nullable: true, description: NUMBERS.nip })
  nip?: string | null;

  @Field(() => String, { nullable: true, description: NUMBERS.regon })
  regon?: string | null;

  @Field(() => String, { description: 'The code of the territory where it has its seat.' })
  territory: string;
}

@InputType({ description: 'What is left out stays as it is; null takes a number away.' })
export class ChangeOrganisationInput extends EditInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: NUMBERS.krs })
  krs?: string | null;

  @Field(() => String, { nullable: true, description: NUMBERS.nip })
  nip?: string | null;

  @Field(() => String, { nullable: true, description: NUMBERS.regon })
  regon?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the territory where it has its seat.' })
  territory?: string | null;
}
