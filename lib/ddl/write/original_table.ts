import { type Column, type ExperimentSchema, keyIdentity, type Table } from "../../schema/mod.ts";

/** A table with the keys its source declared. */
export interface OriginalTable extends Table {
  /** The column that was added to count the rows, when it is left out. */
  readonly omitted: string | null;
}

/** The names that `addSurrogateKey` gives. */
const SURROGATE = /^_row_id(_\d+)?$/i;

/**
 * Gives tables back the primary key their source declared. The column that was added to stand for a
 * composite key is left out, unless it is wanted or a foreign key needs it.
 *
 * @param schema The schema.
 * @param options Whether the added columns stay, as they must for files that hold them.
 */
export function originalTables(
  schema: ExperimentSchema,
  { withSurrogates }: { readonly withSurrogates: boolean },
): readonly OriginalTable[] {
  const referenced = new Set(
    schema.tables.flatMap(({ foreignKeys }) =>
      foreignKeys.flatMap(({ referencesTable, referencesColumns }) =>
        referencesColumns.map((column) => `${referencesTable}\0${column}`.toLowerCase())
      )
    ),
  );
  return schema.tables.map((table) => {
    const surrogate = surrogateOf(table);
    if (surrogate === null) return { ...table, uniqueKeys: otherKeys(table), omitted: null };
    const isNeeded = referenced.has(`${table.name}\0${surrogate.name}`.toLowerCase());
    const omits = !withSurrogates && !isNeeded && isAdded(surrogate, table);
    return {
      ...table,
      columns: omits ? table.columns.filter((column) => column !== surrogate) : table.columns,
      primaryKey: table.compositeKeys.at(-1)!,
      uniqueKeys: otherKeys({ ...table, compositeKeys: table.compositeKeys.slice(0, -1) }),
      compositeKeys: [],
      omitted: omits ? surrogate.name : null,
    };
  });
}

function surrogateOf({ primaryKey, compositeKeys, columns }: Table): Column | null {
  const [name, ...others] = primaryKey;
  if (name === undefined || others.length > 0 || compositeKeys.length === 0) return null;
  return SURROGATE.test(name) ? columns.find((column) => column.name === name) ?? null : null;
}

/** A column of the user's own keeps its declared type, or its place. */
function isAdded(column: Column, { columns }: Table): boolean {
  return columns[0] === column && column.declaredType === undefined &&
    column.identity === undefined;
}

/** Keys of several columns besides the primary one, none twice. */
function otherKeys(
  { primaryKey, compositeKeys, uniqueKeys }: Table,
): readonly (readonly string[])[] {
  const seen = new Set([keyIdentity(primaryKey)]);
  return [...uniqueKeys, ...compositeKeys].filter((key) => {
    const identity = keyIdentity(key);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
