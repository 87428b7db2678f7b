import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class OpenSupportCentreInput extends NewInput {
  @Field(() => ID, { description: 'The organisation that runs it.' })
  organisationId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'The code of the territory that it serves.' })
  territory: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that hosts its functions, where one does.' })
  hostedById?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit of that organisation which took them on.' })
  hostUnit?: string | null;
}

@InputType({ description: 'What is left out stays as it is; null takes away what may be missing.' })
export class ChangeSupportCentreInput extends EditInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the territory that it serves.' })
  territory?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that hosts its functions, where one does.' })
  hostedById?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit of that organisation which took them on.' })
  hostUnit?: string | null;
}
