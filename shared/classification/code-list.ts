import { Invalid } from '../errors/domain-error.ts';
import { readReferenceCsv } from '../reference-data/read-csv.ts';
import { Classification } from './classification.ts';

/** A published list of classes, read when first asked. */
export class CodeList {
  readonly scheme: string;
  readonly #file: string;
  #classes: Map<string, Classification> | undefined;

  constructor(scheme: string, file: string) {
    this.scheme = scheme;
    this.#file = file;
  }

  has(code: string): boolean {
    return this.#byCode().has(code);
  }

  /** Throws Invalid where the list has no such class. */
  get(code: string): Classification {
    const found = this.#byCode().get(code);
    if (found) return found;
    throw new Invalid(`${this.scheme} has no class "${code}".`, {
      scheme: this.scheme,
      value: code,
    });
  }

  #byCode(): Map<string, Classification> {
    this.#classes ??= new Map(
      readReferenceCsv<'code' | 'label'>(this.#file).map(({ code, label }) => [
        code,
        new Classification(this.scheme, code, label),
      ]),
    );
    return this.#classes;
  }
}

export const NACE = new CodeList('NACE2.1', 'shared/classification/data/nace-2.1.csv');
export const LEGAL_FORMS = new CodeList('LEGAL_FORM_PL', 'shared/classification/data/legal-forms-pl.csv');
