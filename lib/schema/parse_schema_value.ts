import { type Diagnostic, DwSimError } from "../errors/mod.ts";
import { experimentShape } from "./_json_shape.ts";
import { modernize } from "./_modernize.ts";
import { type ReadSchema, readSchema } from "./_read_schema.ts";
import { type BrokenParts, NOTHING_BROKEN, salvage } from "./_salvage.ts";
import { shapeProblems } from "./_shape_problems.ts";
import { addSurrogateKey } from "./add_surrogate_key.ts";
import type { ExperimentSchema, Table } from "./experiment_schema.ts";
import { validateParts } from "./validate_schema.ts";

export interface ParseSchemaOptions {
  /** What the text is called in messages: a path, `standard input`, `The request` … */
  readonly source: string;
}

/**
 * Reads an experiment schema from data that is parsed already: a request's body, YAML.
 *
 * @param value Anything.
 * @param options What to call it.
 * @returns The schema, coherent and frozen; composite primary keys have their surrogate.
 * @throws {DwSimError} SCHEMA_INVALID with every problem there is, each with its JSON path.
 */
export function parseSchemaValue(
  value: unknown,
  { source }: ParseSchemaOptions,
): ExperimentSchema {
  const { document, notes } = modernize(value);
  const { read, problems } = readDocument(document);
  const found = inDocumentOrder([...problems, ...meaningProblems(read)]);
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || read === null) {
    throw new DwSimError("SCHEMA_INVALID", { source, count: errors.length }, { problems: found });
  }
  const tables = read.schema.tables.map((table, place) =>
    addSurrogateKey(withNotes(table, notes.get(place) ?? [])).table
  );
  return deepFreeze({ ...read.schema, tables });
}

interface ReadDocument {
  readonly read: ReadSchema | null;
  readonly problems: readonly Diagnostic[];
}

/** Reads as much as has the right shape: a wrong word in one column must not hide the others. */
function readDocument(document: unknown): ReadDocument {
  const shaped = experimentShape.safeParse(document);
  if (shaped.success) return readParts(shaped.data, { broken: NOTHING_BROKEN, problems: [] });
  const problems = shapeProblems(document, shaped.error.issues);
  const saved = salvage(document, shaped.error.issues);
  const again = experimentShape.safeParse(saved.document);
  if (!again.success) return { read: null, problems };
  return readParts(again.data, { broken: saved.broken, problems });
}

function readParts(
  json: Parameters<typeof readSchema>[0],
  { broken, problems }: { readonly broken: BrokenParts; readonly problems: readonly Diagnostic[] },
): ReadDocument {
  const read = readSchema(json, broken);
  return { read, problems: [...problems, ...read.problems] };
}

function meaningProblems(read: ReadSchema | null): readonly Diagnostic[] {
  return read === null ? [] : validateParts(read);
}

function inDocumentOrder(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return problems
    .map((problem) => ({ problem, place: placeOf(problem) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ problem }) => problem);
}

/** Table and column; -1 for what stands before or beside them. */
function placeOf({ path = "" }: Diagnostic): readonly [table: number, column: number] {
  const [, table, column] = /^\$\.tables\[(\d+)\](?:\.columns\[(\d+)\])?/.exec(path) ?? [];
  return [Number(table ?? -1), Number(column ?? -1)];
}

function withNotes(table: Table, notes: readonly Diagnostic[]): Table {
  if (notes.length === 0) return table;
  const advice = notes.map(({ message, hint }) => `${message}. ${hint}`);
  return { ...table, warnings: [...table.warnings, ...advice] };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
