import * as column from '../../../shared/register/column.ts';
import type { Register } from '../../../shared/register/register.ts';
import { Network } from './network.ts';
import { NetworkMember } from './network-member.ts';

export const networkMemberRegister: Register<NetworkMember> = {
  name: 'network-members',
  entity: NetworkMember,
  owner: 'network',
  columns: {
    network: column.reference('Network', () => Network),
    partnership: column.reference('Partnership'),
    joined_on: column.date,
    source: column.optional(column.text),
  },
};
