import 'reflect-metadata';
import { v4 } from 'uuid';
import { Idea, IdeaStatus } from '../../subgraphs/cps/idea/idea.ts';
import { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';

export function supportCentre(name: string, territory = 'PL_1261011'): SupportCentre {
  const row = Object.assign(new SupportCentre(), { name, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

export function idea(of: SupportCentre, title: string, facts: Partial<Idea> = {}, territory = of.territoryCode): Idea {
  const row = Object.assign(new Idea(), {
    organisationId: of.organisationId,
    supportCentreId: of.uuid,
    title,
    need: 'Something to do on Sundays',
    submittedOn: '2005-05-01',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const VERIFIED = { status: IdeaStatus.VERIFIED, verifiedOn: '2005-06-01' };
export const REJECTED = { status: IdeaStatus.REJECTED, rejectionReason: 'Nobody would buy it' };
