import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { ChangeOrganisationInput, RegisterOrganisationInput } from './organisation.inputs.ts';
import { Organisation } from './organisation.ts';

@Resolver()
export class OrganisationMutations {
  @Mutation(() => Organisation, {
    description: 'Gives an organisation its one id in the hub, whatever its roles will be.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  registerOrganisation(
    @Arg('input', () => RegisterOrganisationInput) input: RegisterOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return write(context, Organisation, 'registerOrganisation', input, async () => {
      const organisation = new Organisation();
      organisation.organisationId = organisation.uuid;
      organisation.change(input);
      return organisation;
    });
  }

  @Mutation(() => Organisation)
  @RequiresScopes('hub:write', 'partnership:write')
  changeOrganisation(
    @Arg('input', () => ChangeOrganisationInput) input: ChangeOrganisationInput,
    @Ctx() context: Context,
  ): Promise<Organisation> {
    return write(context, Organisation, 'changeOrganisation', input, async (em) => {
      const organisation = await findRowToEdit(em, Organisation, input);
      organisation.change(input);
      return organisation;
    });
  }
}
