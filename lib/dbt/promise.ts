import type { Place } from "../errors/mod.ts";

/** Where a relationship leads: the name as `ref` or `source` gives it. */
export interface Relation {
  readonly name: string;
  /** The first word of `source('shop', 'orders')`. */
  readonly sourceName?: string;
}

/** What a test or a constraint promises of a table's rows. */
export type Promised =
  | { readonly kind: "unique" | "not_null" | "primary_key"; readonly columns: readonly string[] }
  | {
    readonly kind: "accepted_values";
    readonly columns: readonly string[];
    readonly values: readonly (string | number | boolean)[];
  }
  | {
    readonly kind: "relationship";
    readonly columns: readonly string[];
    readonly to: Relation;
    readonly toColumns: readonly string[];
  }
  | {
    readonly kind: "range";
    readonly columns: readonly string[];
    readonly min?: number;
    readonly max?: number;
  };

export type PromiseAt = Promised & { readonly place: Place };

/** A model, source, seed or snapshot, as far as it says something of a table. */
export interface DbtTable {
  readonly kind: "model" | "source" | "seed" | "snapshot";
  /** As others refer to it. */
  readonly name: string;
  readonly sourceName?: string;
  /** Its name in the warehouse. */
  readonly tableName: string;
  readonly description?: string;
  readonly columns: readonly DbtColumn[];
  readonly promises: readonly PromiseAt[];
  readonly place: Place;
}

export interface DbtColumn {
  readonly name: string;
  readonly description?: string;
  readonly dataType?: string;
  readonly place: Place;
}
