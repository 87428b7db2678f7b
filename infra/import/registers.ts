/** The registers, each behind those that it refers to within its subgraph. A folder's file is the name and `.csv`. */
export const REGISTERS = [
  'organisations',
  'partnerships',
  'partners',
  'data-sharing-agreements',
  'agreement-parties',
  'replications',
  'exchanges',
  'municipalities',
  'incentives',
  'incentive-payments',
  'support-centres',
  'ideas',
  'parent-institutions',
  'manufactories',
  'services',
  'networks',
] as const;
