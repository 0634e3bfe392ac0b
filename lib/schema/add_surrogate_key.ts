import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import type { Column, Table } from "./experiment_schema.ts";
import { keyIdentity } from "./keys_of.ts";

/** A table whose primary key is one column, and the warning if that took a new column. */
export interface SurrogateKey {
  readonly table: Table;
  readonly diagnostic: Diagnostic | null;
}

/**
 * Gives a table with a composite primary key one column that counts its rows, `_row_id`. The
 * original key stays recorded in `compositeKeys`, and so its tuples stay unique; the warning is
 * kept among the table's own.
 *
 * @param table Any table.
 * @returns The same table if its primary key has at most one column; otherwise a new one. A unique,
 * required integer `_row_id` of its own is taken as it is; where another column has that name, the
 * surrogate is called `_row_id_2`.
 */
export function addSurrogateKey(table: Table): SurrogateKey {
  if (table.primaryKey.length < 2) return { table, diagnostic: null };
  const keyed = withRecordedKey(table);
  const own = table.columns.find(isSurrogate);
  if (own !== undefined) {
    return { table: Object.freeze({ ...keyed, primaryKey: [own.name] }), diagnostic: null };
  }
  const surrogate = freeName(table);
  const columns = [surrogateColumn(surrogate), ...keyed.columns];
  const warning = diagnostic("COMPOSITE_PRIMARY_KEY", {
    table: table.name,
    columns: table.primaryKey,
    surrogate,
  });
  const warnings = [...table.warnings, warning.message];
  const result = { ...keyed, columns, primaryKey: [surrogate], warnings };
  return { table: Object.freeze(result), diagnostic: warning };
}

const SURROGATE = "_row_id";

/** Every name that is given here, so that DDL written with the column is read back without another. */
const OWN_SURROGATE = /^_row_id(_\d+)?$/i;

/** 64 bits, because a table may have more rows than 32 count. */
function surrogateColumn(name: string): Column {
  const type = { kind: "integer", bits: 64 } as const;
  return Object.freeze({ name, type, nullable: false, unique: true });
}

function isSurrogate({ name, type, nullable, unique }: Column): boolean {
  return OWN_SURROGATE.test(name) && type.kind === "integer" && unique && !nullable;
}

/** SQL: every column of a primary key is NOT NULL. */
function withRecordedKey(table: Table): Table {
  const { primaryKey, compositeKeys } = table;
  const members = new Set(primaryKey.map((name) => name.toLowerCase()));
  const identity = keyIdentity(primaryKey);
  const recorded = compositeKeys.some((key) => keyIdentity(key) === identity);
  return {
    ...table,
    compositeKeys: recorded ? compositeKeys : [...compositeKeys, primaryKey],
    columns: table.columns.map((column) =>
      members.has(column.name.toLowerCase()) && column.nullable
        ? { ...column, nullable: false }
        : column
    ),
  };
}

function freeName({ columns }: Table): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  if (!taken.has(SURROGATE)) return SURROGATE;
  for (let number = 2;; number++) {
    const name = `${SURROGATE}_${number}`;
    if (!taken.has(name)) return name;
  }
}
