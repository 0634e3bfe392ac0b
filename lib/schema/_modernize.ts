import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { isRecord, renderPath } from "./_json_path.ts";

/** A document in today's words, and what was left out of it, by table. */
export interface Modernized {
  readonly document: unknown;
  readonly notes: ReadonlyMap<number, readonly Diagnostic[]>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Turns what the Python tool wrote, documented or let pass into today's words, so that its files
 * load unchanged: nulls for absent fields, other names for some, foreign keys as pairs, and
 * fields that never had an effect.
 *
 * @param document Parsed JSON of any shape; what has another shape than expected passes through.
 * @returns The document in today's words, at the same paths.
 */
export function modernize(document: unknown): Modernized {
  const notes = new Map<number, Diagnostic[]>();
  if (!isRecord(document)) return { document, notes };
  const { $schema: _, target_warehouse: warehouse, ...rest } = withoutNulls(document);
  // SQLite was the Python tool's own store, not a warehouse to follow.
  const dialect = lower(rest.dialect ?? (lower(warehouse) === "sqlite" ? undefined : warehouse));
  const quoted = dialect !== undefined;
  const tables = list(rest.tables, (table, place) => {
    const left: Diagnostic[] = [];
    const modern = modernTable(table, { place, quoted, left });
    if (left.length > 0) notes.set(place, left);
    return modern;
  });
  const modern = { ...rest, dialect, tables };
  return { document: withoutNulls(quoted ? modern : trimmed(modern)), notes };
}

interface TableOptions {
  readonly place: number;
  readonly quoted: boolean;
  readonly left: Diagnostic[];
}

function modernTable(table: unknown, { place, quoted, left }: TableOptions): unknown {
  if (!isRecord(table)) return table;
  const known = withoutNulls(quoted ? table : trimmed(table));
  const columns = list(known.columns, (column, index) => {
    if (!isRecord(column)) return column;
    const path = ["tables", place, "columns", index];
    return modernColumn(quoted ? column : trimmed(column), (note, field) => {
      left.push(diagnostic("FIELD_IGNORED", note, { path: renderPath([...path, field]) }));
    });
  });
  const foreignKeys = modernForeignKeys(known.foreign_keys, columns);
  return withoutNulls({ ...known, columns, foreign_keys: foreignKeys });
}

type Leave = (note: { field: string; where: string; instead: string }, field: string) => void;

/** Fields people wrote for the Python tool, which passed over them without a word. */
const IGNORED: ReadonlyMap<string, string> = new Map(Object.entries({
  expected_start: "Use date_start for the first day",
  expected_end: "Use date_end for the last day",
  time_start: "Times of day always span the whole day",
  time_end: "Times of day always span the whole day",
}));

const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries({
  char_length: "varchar_length",
  timestamp_start: "date_start",
  timestamp_end: "date_end",
}));

function modernColumn(column: Fields, leave: Leave): Fields {
  const where = `column '${String(column.name)}'`;
  const entries = Object.entries(withoutNulls(column)).flatMap(([field, value]) => {
    const instead = IGNORED.get(field);
    const renamed = RENAMED.get(field) ?? field;
    if (instead === undefined) {
      return [[Object.hasOwn(column, renamed) ? field : renamed, modernField(field, value)]];
    }
    leave({ field, where, instead }, field);
    return [];
  });
  return Object.fromEntries(entries);
}

function modernField(field: string, value: unknown): unknown {
  if (!isRecord(value)) return value;
  if (field === "distribution") return withoutNulls({ ...value, type: lower(value.type) });
  if (field !== "foreign_key") return value;
  return Object.fromEntries(
    Object.entries(withoutNulls(value)).map(([key, inner]) => [key, trim(inner)]),
  );
}

/**
 * The Python tool exported its columns' foreign keys a second time as pairs of a column name and
 * the key; where the column says the same, the pair says nothing new.
 */
function modernForeignKeys(foreignKeys: unknown, columns: unknown): unknown {
  if (!Array.isArray(foreignKeys)) return foreignKeys;
  const carriers = Array.isArray(columns) ? columns.filter(isRecord) : [];
  return foreignKeys.flatMap((each: unknown) => {
    if (!Array.isArray(each)) return [isRecord(each) ? withoutNulls(each) : each];
    const [column, key] = each;
    if (each.length !== 2 || !isRecord(key)) return [each];
    const carrier = carriers.find(({ name }) => lower(name) === lower(column));
    if (isRecord(carrier?.foreign_key)) return [];
    const { references_table, references_column } = key;
    return [{ columns: [column], references_table, references_columns: [references_column] }];
  });
}

function list(value: unknown, change: (entry: unknown, place: number) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function lower(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

function trim(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

/** The Python tool took names with blanks around them. */
function trimmed(record: Fields): Fields {
  return typeof record.name === "string" ? { ...record, name: trim(record.name) } : record;
}

function withoutNulls(record: Fields): Fields {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}
