export type Access = 'READ' | 'WRITE' | 'DENIED';

/** What happened to one object about a person, or to a count of people. */
export interface Accessed {
  type: string;
  /** As the subgraph knows them; null where it cannot be told who it would have been, and for counts. */
  person: string | null;
  fields: Set<string>;
  access: Access;
}

/** What one request read, or was denied, about people: one note for each object, with the names of its fields. */
export class AccessNotes {
  readonly #reads = new Map<unknown, Accessed>();
  readonly #denials = new Map<unknown, Accessed>();

  /** An object is in the answer, whatever of it is. */
  read(row: unknown, type: string, person: string): Accessed {
    return note(this.#reads, row, { type, person, access: 'READ' });
  }

  /** A count of people is in the answer: of nobody by name; which it is takes the place of fields. */
  counted(file: unknown, type: string, which: readonly string[]): void {
    const { fields } = note(this.#reads, file, { type, person: null, access: 'READ' });
    for (const word of which) fields.add(word);
  }

  /** A field of an object that is in the answer was refused. */
  deniedOf(row: unknown, type: string, person: string, field: string): void {
    this.#reads.get(row)?.fields.delete(field);
    note(this.#denials, row, { type, person, access: 'DENIED' }).fields.add(field);
  }

  /** An object was asked for that the caller does not get, or that is not there: both look alike. */
  denied(type: string, person: string | null, field: string): void {
    note(this.#denials, `${type} ${person}`, { type, person, access: 'DENIED' }).fields.add(field);
  }

  /** An object of which nothing but what was refused was asked is noted as refused alone. */
  list(): Accessed[] {
    const reads = [...this.#reads].filter(([row, { fields }]) => fields.size > 0 || !this.#denials.has(row));
    return [...reads.map(([, read]) => read), ...this.#denials.values()];
  }
}

function note(notes: Map<unknown, Accessed>, key: unknown, facts: Omit<Accessed, 'fields'>): Accessed {
  const noted = notes.get(key) ?? { ...facts, fields: new Set<string>() };
  notes.set(key, noted);
  return noted;
}
