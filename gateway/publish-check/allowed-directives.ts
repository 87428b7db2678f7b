/** The directives of federation and of GraphQL that a partner may use. All others are refused by name. */
export const ALLOWED: ReadonlySet<string> = new Set([
  ...['key', 'shareable', 'external', 'requires', 'provides', 'override', 'extends', 'interfaceObject'],
  ...['inaccessible', 'tag', 'authenticated', 'requiresScopes', 'cost', 'listSize'],
  ...['cacheControl', 'deprecated', 'specifiedBy', 'oneOf'],
]);

const MORE_THAN_ASKED = 'it makes a gateway do more than ask its subgraph, and the hub never does';

const REASONS: Record<string, string> = {
  composeDirective: 'it carries into the supergraph what the hub does not know',
  policy: 'its names stand for rules that the hub does not have; say the scopes by @requiresScopes',
  context: 'its values are left out where a query is planned',
  fromContext: 'its values are left out where a query is planned',
  link: 'it belongs on the schema, for federation alone',
  core: 'it is the machinery of composition',
  transport: MORE_THAN_ASKED,
  resolveTo: MORE_THAN_ASKED,
  pubsubOperation: MORE_THAN_ASKED,
  additionalField: MORE_THAN_ASKED,
  merge: MORE_THAN_ASKED,
  source: MORE_THAN_ASKED,
  connect: MORE_THAN_ASKED,
};

export const whyNot = (directive: string): string =>
  (Object.hasOwn(REASONS, directive) && REASONS[directive]) || 'the hub does not know it';
