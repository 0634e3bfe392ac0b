import type { ExperimentSchema } from "./experiment_schema.ts";
import { schemaToJson } from "./schema_to_json.ts";

/** A field of the JSON that differs; undefined where it is not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs of a table, or of a column of it. */
export interface SchemaChange {
  readonly kind: "added" | "removed" | "changed";
  /** Null for the schema itself. */
  readonly table: string | null;
  /** Null for the table itself. */
  readonly column: string | null;
  /** Of what is changed. */
  readonly fields: readonly FieldChange[];
}

/** Fields that are compared one by one, and not as a whole. */
const PARTS: ReadonlySet<string> = new Set(["tables", "columns"]);

/**
 * Tells in which tables, columns and fields two schemas differ, in the order of the second; what is
 * gone comes after what stayed.
 *
 * @param before The one.
 * @param after The other.
 * @returns Nothing when they are the same; their names do not count.
 */
export function compareSchemas(
  before: ExperimentSchema,
  after: ExperimentSchema,
): readonly SchemaChange[] {
  const [old, young] = [schemaToJson(before), schemaToJson(after)];
  const changes: SchemaChange[] = [];
  const fields = fieldChanges({ ...old, name: "" }, { ...young, name: "" });
  if (fields.length > 0) changes.push({ kind: "changed", table: null, column: null, fields });
  for (const [name, pair] of paired(old.tables, young.tables)) {
    changes.push(...changesOf(pair, { table: name, column: null }));
    if (pair.before === undefined || pair.after === undefined) continue;
    for (const [column, both] of paired(pair.before.columns, pair.after.columns)) {
      changes.push(...changesOf(both, { table: name, column }));
    }
  }
  return changes;
}

interface Pair<Part> {
  readonly before: Part | undefined;
  readonly after: Part | undefined;
}

/** Parts of the same name, whatever its case. */
function paired<Part extends { readonly name: string }>(
  before: readonly Part[],
  after: readonly Part[],
): readonly (readonly [name: string, pair: Pair<Part>])[] {
  const old = new Map(before.map((part) => [part.name.toLowerCase(), part]));
  const pairs = after.map((part) => {
    const pair = { before: old.get(part.name.toLowerCase()), after: part };
    old.delete(part.name.toLowerCase());
    return [part.name, pair] as const;
  });
  const gone = [...old.values()].map((part) =>
    [part.name, { before: part, after: undefined }] as const
  );
  return [...pairs, ...gone];
}

function changesOf(
  { before, after }: Pair<object>,
  place: Pick<SchemaChange, "table" | "column">,
): readonly SchemaChange[] {
  if (before === undefined) return [{ kind: "added", ...place, fields: [] }];
  if (after === undefined) return [{ kind: "removed", ...place, fields: [] }];
  const fields = fieldChanges(before, after);
  return fields.length === 0 ? [] : [{ kind: "changed", ...place, fields }];
}

function fieldChanges(before: object, after: object): readonly FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((field) => !PARTS.has(field))
    .map((field) => ({
      field,
      before: Reflect.get(before, field),
      after: Reflect.get(after, field),
    }))
    .filter((each) => ordered(each.before) !== ordered(each.after));
}

/** The same text for the same value, in whatever order its fields were written. */
function ordered(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1))
        : part,
  );
}
