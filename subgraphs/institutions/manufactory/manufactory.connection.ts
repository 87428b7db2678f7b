import { connectionOf } from '../../../shared/connection/connection.ts';
import { Manufactory } from './manufactory.ts';

export const ManufactoryConnection = connectionOf(Manufactory, 'Manufactory');
