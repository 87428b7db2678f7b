import { drop } from './postgres.ts';

export default drop;
