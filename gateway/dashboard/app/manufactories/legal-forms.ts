/** What a manufactory can become, by the codes of the hub's list of Polish legal forms. */
export const LEGAL_FORMS = [
  'SOCIAL_COOPERATIVE',
  'WORKER_COOPERATIVE',
  'ASSOCIATION',
  'FOUNDATION',
  'NON_PROFIT_COMPANY',
  'RURAL_WOMENS_CIRCLE',
  'OCCUPATIONAL_THERAPY_WORKSHOP',
  'VOCATIONAL_ACTIVITY_ESTABLISHMENT',
  'SOCIAL_INTEGRATION_CENTRE',
  'SOCIAL_INTEGRATION_CLUB',
  'CIVIL_PARTNERSHIP',
] as const;

/** The public registers, by their org-id.guide codes. */
export const REGISTERS = ['PL-KRS', 'PL-NIP', 'PL-REGON'] as const;
