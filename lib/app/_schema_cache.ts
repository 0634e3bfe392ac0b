import type { ExperimentSchema } from "../schema/mod.ts";

/** Schemas that were read already, by their hash. They are frozen, so all may hold the same. */
export class SchemaCache {
  readonly #lengthMax: number;
  readonly #entries = new Map<
    string,
    { readonly schema: ExperimentSchema; readonly length: number }
  >();
  #length = 0;

  /** @param lengthMax Characters of all texts together, which the memory taken follows. */
  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  /** Gives the schema of a text, which is read only where that was not done before. */
  get(hash: string, text: string, read: () => ExperimentSchema): ExperimentSchema {
    const known = this.#entries.get(hash);
    if (known !== undefined) {
      // Entered again, it is the last to go.
      this.#entries.delete(hash);
      this.#entries.set(hash, known);
      return known.schema;
    }
    const schema = read();
    if (text.length * 4 <= this.#lengthMax) this.#keep(hash, { schema, length: text.length });
    return schema;
  }

  #keep(hash: string, entry: { readonly schema: ExperimentSchema; readonly length: number }): void {
    this.#entries.set(hash, entry);
    this.#length += entry.length;
    for (const [oldest, { length }] of this.#entries) {
      if (this.#length <= this.#lengthMax) return;
      this.#entries.delete(oldest);
      this.#length -= length;
    }
  }
}
