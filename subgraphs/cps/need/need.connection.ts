import { connectionOf } from '../../../shared/connection/connection.ts';
import { Need } from './need.ts';

export const NeedConnection = connectionOf(Need, 'Need');
