import { connectionOf } from '../../../shared/connection/connection.ts';
import { Department } from './department.ts';

export const DepartmentConnection = connectionOf(Department, 'Department');
