import type { Label } from './indicator-definition.ts';

/** By what people or organisations are broken down. Its categories are all there are: whoever fits none, or is not known, has one, too. */
export interface Trait {
  readonly code: string;
  readonly label: Label;
  readonly categories: Readonly<Record<string, Label>>;
}
