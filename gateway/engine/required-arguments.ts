import { type DocumentNode, parse, visit } from 'graphql';
import { stringArgument } from './subgraph.ts';

/** The names of fields that some `@requires` wants with arguments of its own. */
export function readRequiredWithArguments(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    Directive(directive) {
      const requires = directive.name.value === 'join__field' ? stringArgument(directive, 'requires') : undefined;
      if (requires?.includes('(')) addNames(requires, names);
    },
  });
  return names;
}

function addNames(fieldSet: string, names: Set<string>): void {
  visit(parse(`{${fieldSet}}`, { noLocation: true }), {
    Field: ({ name, arguments: given }) => {
      if (given?.length) names.add(name.value);
    },
  });
}
