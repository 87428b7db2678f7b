/** The registers, each behind those that it refers to within its subgraph. A folder's file is the name and `.csv`. */
export const REGISTERS = [
  'organisations',
  'partnerships',
  'partners',
  'municipalities',
  'incentives',
  'incentive-payments',
  'support-centres',
  'ideas',
  'parent-institutions',
  'departments',
  'manufactories',
  'support-steps',
  'services',
  'networks',
] as const;
