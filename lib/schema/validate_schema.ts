import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { checkColumn } from "./_check_column.ts";
import { checkForeignKeys, type ForeignKeyContext } from "./_check_foreign_keys.ts";
import { checkKeys } from "./_check_keys.ts";
import { checkRules } from "./_check_rules.ts";
import { nameFault } from "./_name_fault.ts";
import { requiredCycles } from "./_required_cycles.ts";
import { type BrokenParts, NOTHING_BROKEN } from "./_salvage.ts";
import type { ExperimentSchema, Table } from "./experiment_schema.ts";
import { SCHEMA_LIMITS } from "./limits.ts";
import { experimentNameFault } from "./parse_experiment_name.ts";

/**
 * Checks that a schema makes sense, wherever it came from: names, keys, references, ranges,
 * circles, limits.
 *
 * @param schema Any schema.
 * @returns Every problem, each with the JSON path where the schema would have it; none if coherent.
 */
export function validateSchema(schema: ExperimentSchema): Diagnostic[] {
  return validateParts({ schema, broken: NOTHING_BROKEN, foreignKeyPaths: new Map() });
}

/** The same for a schema of which some parts cannot be relied on; nothing is said about those. */
export function validateParts(context: ForeignKeyContext): Diagnostic[] {
  const { schema, broken } = context;
  const quoted = schema.dialect !== undefined;
  return [
    ...checkExperiment(schema),
    ...checkTableNames(schema, { broken, quoted }),
    ...schema.tables.flatMap((table, place) => checkTable(table, { place, broken, quoted })),
    ...checkForeignKeys(context),
    ...checkRules(schema),
    ...requiredCycles(schema),
  ];
}

interface PartOptions {
  readonly broken: BrokenParts;
  readonly quoted: boolean;
}

function checkExperiment({ name, tables }: ExperimentSchema): Diagnostic[] {
  const { tableCountMax } = SCHEMA_LIMITS;
  const problems: Diagnostic[] = [];
  const reason = experimentNameFault(name);
  if (reason !== null) {
    const detail = { what: "an experiment", name, reason };
    problems.push(diagnostic("NAME_NOT_ALLOWED", detail, { path: "$.name" }));
  }
  if (tables.length === 0) problems.push(diagnostic("SCHEMA_EMPTY", {}, { path: "$.tables" }));
  if (tables.length > tableCountMax) {
    problems.push(tooMany("The number of tables", [tables.length, tableCountMax, "$.tables"]));
  }
  return problems;
}

function checkTableNames(
  { tables }: ExperimentSchema,
  { broken, quoted }: PartOptions,
): Diagnostic[] {
  const names = tables.map(({ name }, place) =>
    // A stand-in's name is checked only if there is one: it may be what is broken.
    name === "" && broken.tables.has(place) ? null : name
  );
  return checkNames(names, { what: "a table", quoted, path: (place) => `$.tables[${place}].name` });
}

interface NamesOptions {
  readonly what: string;
  readonly quoted: boolean;
  readonly path: (place: number) => string;
}

function checkNames(
  names: readonly (string | null)[],
  { what, quoted, path }: NamesOptions,
): Diagnostic[] {
  const first = new Map<string, number>();
  return names.flatMap((name, place): Diagnostic[] => {
    if (name === null) return [];
    const reason = nameFault(name, { quoted });
    if (reason !== null) {
      return [diagnostic("NAME_NOT_ALLOWED", { what, name, reason }, { path: path(place) })];
    }
    const earlier = first.get(name.toLowerCase());
    if (earlier !== undefined) {
      const detail = { what, name, first: path(earlier) };
      return [diagnostic("NAME_TAKEN", detail, { path: path(place) })];
    }
    first.set(name.toLowerCase(), place);
    return [];
  });
}

function checkTable(
  table: Table,
  { place, broken, quoted }: PartOptions & { readonly place: number },
): Diagnostic[] {
  const path = `$.tables[${place}]`;
  const isBroken = (index: number) =>
    broken.columns.size > 0 && broken.columns.has(`${place},${index}`);
  const names = table.columns.map(({ name }, index) =>
    name === "" && isBroken(index) ? null : name
  );
  const primaryKey = new Set(table.primaryKey.map((name) => name.toLowerCase()));
  const columnPath = (index: number) => `${path}.columns[${index}]`;
  return [
    ...(broken.tables.has(place) ? [] : checkSize(table, path)),
    ...checkNames(names, {
      what: "a column",
      quoted,
      path: (index) => `${columnPath(index)}.name`,
    }),
    ...table.columns.flatMap((column, index) =>
      isBroken(index) ? [] : checkColumn(column, {
        path: () => columnPath(index),
        inPrimaryKey: primaryKey.has(column.name.toLowerCase()),
      })
    ),
    ...checkKeys(table, { path, columnsKnown: names.every((name) => name !== null) }),
  ];
}

function checkSize({ name, columns, targetRows }: Table, path: string): Diagnostic[] {
  const { columnCountMax, targetRowsMax } = SCHEMA_LIMITS;
  const rowsPath = `${path}.target_rows`;
  const problems: Diagnostic[] = [];
  if (columns.length === 0) {
    problems.push(diagnostic("TABLE_EMPTY", { table: name }, { path: `${path}.columns` }));
  }
  if (columns.length > columnCountMax) {
    const what = `The number of columns of table '${name}'`;
    problems.push(tooMany(what, [columns.length, columnCountMax, `${path}.columns`]));
  }
  if (!Number.isInteger(targetRows) || targetRows < 0) {
    const detail = { table: name, found: targetRows };
    problems.push(diagnostic("ROW_COUNT_WRONG", detail, { path: rowsPath }));
  } else if (targetRows > targetRowsMax) {
    const what = `The number of rows of table '${name}'`;
    problems.push(tooMany(what, [targetRows, targetRowsMax, rowsPath]));
  }
  return problems;
}

function tooMany(
  what: string,
  [value, max, path]: readonly [value: number, max: number, path: string],
): Diagnostic {
  return diagnostic("SCHEMA_LIMIT", { what, value, max }, { path });
}
