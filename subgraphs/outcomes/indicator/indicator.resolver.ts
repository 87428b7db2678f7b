import { findIndicator } from './catalogue.ts';
import { Indicator } from './indicator.ts';

export function resolveIndicator({ code }: { code: string }): Indicator | null {
  const definition = findIndicator(code);
  return definition && new Indicator(definition);
}
