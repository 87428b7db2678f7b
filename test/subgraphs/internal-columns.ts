const PERSON = 'about a person: stays out of the graph until the rules that protect people are in it';

/** Columns that the graph does not show, each with the reason; `*` stands for any table or any column. */
export const INTERNAL: Record<string, string> = {
  '*.organisation_id': 'the owner of the record, which decides rights; the graph shows organisations by what they do',
  '*.register_key': 'tells imports which row a line stands for; exports show it',
  '*.territory_path': "the territory's path, for filters by territory; the graph shows the territory",
  'agreement_party.*': 'joins partners to an agreement; the graph shows them as `DataSharingAgreement.parties`',
  'beneficiary.*': PERSON,
  'budget.amendment_count': 'numbers amendments; the graph shows each with its number',
  'consultation_answer.*': 'may tell of people; the graph shows how many answers there are, and the report',
  'employment.*': PERSON,
  'enrolment.*': PERSON,
  'idempotency.*': 'remembers the writes that were made with a key',
  'inbox.*': 'remembers which events had their effect',
  'inbox_failure.*': 'events that could not be understood, for the operator',
  'inbox_position.*': 'how far the log of events was read',
  'incentive.moves': 'makes payments and returns count as changes of the incentive, so that its version grows',
  'integration_plan.*': PERSON,
  'known_need.*': "what the CPS told of needs; the graph shows them as the CPS's own",
  'outbox.*': 'events on their way to the log',
  'plan_step.*': PERSON,
  'potential_assessment.*': PERSON,
  'review.text': 'may name people',
  'service_order.client_pseudonym': PERSON,
  'staff_role.*': PERSON,
  'support_session.*': PERSON,
};

/** Tables whose type in the graph has another name. */
export const TYPE_OF: Record<string, string> = {
  service_need: 'NeedAnswer',
  service_order: 'Order',
};

/** Columns that the graph shows under another name: `table.column` → `Type.field`. */
export const SHOWN_AS: Record<string, string> = {
  'budget.currency': 'Budget.amount',
  'budget_amendment.amended_on': 'BudgetAmendment.on',
  'budget_amendment.id': 'BudgetAmendment.number',
  'budget_line_change.amendment_id': 'BudgetAmendment.changes',
  'budget_line_change.from_amount': 'BudgetLineChange.from',
  'budget_line_change.id': 'BudgetAmendment.changes',
  'budget_line_change.to_amount': 'BudgetLineChange.to',
  'incentive.currency': 'Incentive.amount',
  'legal_form_advice.alternative_codes': 'LegalFormAdvice.alternatives',
  'organisation.krs': 'Organisation.identifiers',
  'organisation.nip': 'Organisation.identifiers',
  'organisation.regon': 'Organisation.identifiers',
  'partner.member_id': 'Partner.organisation',
  'price_option.amount': 'PriceOption.price',
  'price_option.currency': 'PriceOption.price',
  'review.order_id': 'Order.review',
  'service.currency': 'Service.price',
  'service_order.currency': 'Order.unitPrice',
};
