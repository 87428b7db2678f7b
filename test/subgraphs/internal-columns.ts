/** Columns that the graph does not show, each with the reason; `*` stands for any table or any column. */
export const INTERNAL: Record<string, string> = {
  '*.organisation_id': 'the owner of the record, which decides rights; the graph shows organisations by what they do',
  '*.register_key': 'tells imports which row a line stands for; exports show it',
  '*.territory_path': "the territory's path, for filters by territory; the graph shows the territory",
  'idempotency.*': 'remembers the writes that were made with a key',
  'inbox.*': 'remembers which events had their effect',
  'inbox_failure.*': 'events that could not be understood, for the operator',
  'inbox_position.*': 'how far the log of events was read',
  'payment.*': 'the graph shows payments as sums, in `Incentive.paid` and `Manufactory.publicCost`',
  'outbox.*': 'events on their way to the log',
};

/** Columns that the graph shows under another name: `table.column` → `Type.field`. */
export const SHOWN_AS: Record<string, string> = {
  'incentive.currency': 'Incentive.amount',
  'organisation.krs': 'Organisation.identifiers',
  'organisation.nip': 'Organisation.identifiers',
  'organisation.regon': 'Organisation.identifiers',
  'partner.member_id': 'Partner.organisation',
  'service.currency': 'Service.price',
};
