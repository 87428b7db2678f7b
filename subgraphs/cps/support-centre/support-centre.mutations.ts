import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { assertActsFor } from '../../../shared/write/assert-own.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { uuidIn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { ChangeSupportCentreInput, OpenSupportCentreInput } from './support-centre.inputs.ts';
import { SupportCentre } from './support-centre.ts';

@Resolver()
export class SupportCentreMutations {
  @Mutation(() => SupportCentre, { description: 'Opens a centre, or takes its functions into an existing unit.' })
  @RequiresScopes('hub:write', 'cps:write')
  openSupportCentre(
    @Arg('input', () => OpenSupportCentreInput) input: OpenSupportCentreInput,
    @Ctx() context: Context,
  ): Promise<SupportCentre> {
    return write(context, SupportCentre, 'openSupportCentre', input, async () => {
      const centre = new SupportCentre();
      centre.organisationId = uuidIn('organisationId', 'Organisation', input.organisationId);
      assertActsFor(centre.organisationId);
      centre.name = input.name;
      centre.placeIn(input.territory);
      host(centre, input);
      return centre;
    });
  }

  @Mutation(() => SupportCentre)
  @RequiresScopes('hub:write', 'cps:write')
  changeSupportCentre(
    @Arg('input', () => ChangeSupportCentreInput) input: ChangeSupportCentreInput,
    @Ctx() context: Context,
  ): Promise<SupportCentre> {
    return write(context, SupportCentre, 'changeSupportCentre', input, async (em) => {
      const centre = await findRowToEdit(em, SupportCentre, input);
      if (input.name != null) centre.name = input.name;
      if (input.territory != null) centre.placeIn(input.territory);
      host(centre, input);
      return centre;
    });
  }
}

function host(
  centre: SupportCentre,
  { hostedById, hostUnit }: Pick<OpenSupportCentreInput, 'hostedById' | 'hostUnit'>,
) {
  if (hostedById !== undefined) {
    centre.hostedById = hostedById && uuidIn('hostedById', 'Organisation', hostedById);
  }
  if (hostUnit !== undefined) centre.hostUnit = hostUnit;
}
