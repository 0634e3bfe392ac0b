import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { inferGenerator } from "../generation/mod.ts";
import type { ColumnProfile, Sample, TableProfile } from "../query/mod.ts";
import {
  addSurrogateKey,
  type Column,
  type Dialect,
  type ExperimentSchema,
  type ForeignKey,
  type LogicalType,
  type Table,
} from "../schema/mod.ts";
import { breakCircles } from "./_break_circles.ts";
import { chooseValues } from "./_choose_values.ts";
import { describeColumn } from "./_describe_column.ts";
import { findForeignKeys, type KeyedTable } from "./_find_foreign_keys.ts";
import { findKeys } from "./_find_keys.ts";
import { Renaming } from "./_renaming.ts";

export interface InferSchemaOptions {
  readonly name: string;
  readonly dialect?: Dialect;
  readonly description?: string;
  /** Target rows of every table; absent means as many as the sample has. */
  readonly rows?: number;
  /** Whether the few values of a category may be copied; ranges and lengths always are. */
  readonly copyValues: boolean;
}

/** What was made of a sample, and everything concluded on the way. */
export interface InferredSchema {
  readonly schema: ExperimentSchema;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a schema whose data resembles a sample: types, keys, references, NULLs, ranges, shapes and
 * categories.
 *
 * @param sample The open sample.
 * @param options Name, dialect, rows, and whether values may be copied.
 * @returns The schema; whether it is coherent is for `validateSchema` to say.
 * @throws DwSimError CANCELLED.
 */
export async function inferSchema(
  sample: Sample,
  options: InferSchemaOptions,
): Promise<InferredSchema> {
  const drafts = sample.profiles.map(draftTable);
  const keyed: KeyedTable[] = [];
  for (const [i, profile] of sample.profiles.entries()) {
    keyed.push({ table: drafts[i]!, keys: await findKeys(sample, profile) });
  }
  const references = await findForeignKeys(sample, keyed);
  const copied: string[] = [];
  const tables: Table[] = [];
  const referred = referredColumns([...references.byTable.values()].flat());
  for (const [i, profile] of sample.profiles.entries()) {
    const foreignKeys = references.byTable.get(profile.name) ?? [];
    const context = { sample, profile, keyed: keyed[i]!, foreignKeys, referred, copied };
    tables.push(await describeTable(context, options));
  }
  const { tables: acyclic, diagnostics: circles } = breakCircles(alignTypes(tables));
  const renaming = new Renaming({ quoted: options.dialect !== undefined });
  const named = renaming.tables(acyclic);
  const keyedTables = named.map((table) => addSurrogateKey(table));
  const { name, dialect, description } = options;
  return {
    schema: Object.freeze({
      name,
      ...description !== undefined && { description },
      ...dialect !== undefined && { dialect },
      tables: keyedTables.map(({ table }) => table),
    }),
    diagnostics: inOrder([
      diagnostic("SAMPLE_VALUES", { columns: copied }),
      ...renaming.diagnostics,
      ...sample.profiles.flatMap(profileFindings),
      ...references.diagnostics,
      ...circles,
      ...keyedTables.flatMap((each) => each.diagnostic ?? []),
      ...keyed.map(keyFinding),
      ...acyclic.flatMap(referenceFindings),
    ]),
  };
}

function referredColumns(foreignKeys: readonly ForeignKey[]): ReadonlySet<string> {
  return new Set(
    foreignKeys.filter(({ columns }) => columns.length === 1)
      .map((key) => pathOf(key.referencesTable, key.referencesColumns[0]!)),
  );
}

/** Names may hold dots. */
function pathOf(table: string, column: string): string {
  return JSON.stringify([table, column]);
}

/** What needs a look comes first. */
function inOrder(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const weight = ({ severity }: Diagnostic) => severity === "info" ? 1 : 0;
  return findings.toSorted((a, b) => weight(a) - weight(b));
}

/** Names and types alone: what is needed to read the names of columns. */
function draftTable({ name, rowCount, columns }: TableProfile): Table {
  return {
    ...{ name, targetRows: rowCount, primaryKey: [], uniqueKeys: [], foreignKeys: [] },
    ...{ compositeKeys: [], warnings: [] },
    columns: columns.map((column) => ({
      ...{ name: column.name, type: column.type, nullable: true, unique: false },
    })),
  };
}

interface TableContext {
  readonly sample: Sample;
  readonly profile: TableProfile;
  readonly keyed: KeyedTable;
  readonly foreignKeys: readonly ForeignKey[];
  /** Columns that references lead to, which have to be keys. */
  readonly referred: ReadonlySet<string>;
  /** Receives the columns whose values are copied. */
  readonly copied: string[];
}

async function describeTable(
  context: TableContext,
  { rows, copyValues }: InferSchemaOptions,
): Promise<Table> {
  const { profile, keyed: { table, keys }, foreignKeys } = context;
  const referring = new Set(foreignKeys.flatMap((key) => key.columns));
  const columns: Column[] = [];
  for (const [i, column] of profile.columns.entries()) {
    const inKey = keys.primaryKey.includes(column.name);
    const isKey = inKey || referring.has(column.name);
    const guess = guessOf(table.columns[i]!, { table, profile: column });
    const values = copyValues && !isKey
      ? await chooseValues(context.sample, { table: table.name, column, guess })
      : null;
    if (values !== null) context.copied.push(`${table.name}.${column.name}`);
    const isUnique = keys.unique.has(column.name) &&
      (inKey || context.referred.has(pathOf(table.name, column.name)) ||
        isNamedUnique(guess, column));
    columns.push(describeColumn(column, {
      ...{ rowCount: profile.rowCount, isKey: isKey || isUnique, isUnique, values, guess },
    }));
  }
  const { primaryKey } = keys;
  return { ...table, targetRows: rows ?? profile.rowCount, columns, primaryKey, foreignKeys };
}

/** What the name of a column says, given the type that its values really have. */
function guessOf(
  column: Column,
  { table, profile }: { readonly table: Table; readonly profile: ColumnProfile },
): string | null {
  const { type } = describeColumn(profile, {
    ...{ rowCount: 0, isKey: true, isUnique: false, values: null, guess: null },
  });
  return inferGenerator({ ...column, type }, table)?.generator.name ?? null;
}

/** Any text is unique by chance in a small sample; an address of mail or a number is by intent. */
function isNamedUnique(guess: string | null, { type, name }: ColumnProfile): boolean {
  if (type.kind === "uuid") return true;
  if (guess !== null && UNIQUE_GENERATORS.test(guess)) return true;
  return /(?:^|_)(?:id|uuid|guid|sku|email|barcode|isbn)$/i.test(name);
}

const UNIQUE_GENERATORS = /^(?:uuid|email|username|.*_number|sku|barcode|isbn|iban|vin|object_id)$/;

/** A reference has the type of what it refers to, which may be wider than its own values need. */
function alignTypes(tables: readonly Table[]): readonly Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const typeOf = (table: Table, column: Column, depth = 0): LogicalType => {
    const key = table.foreignKeys.find(({ columns }) => columns.includes(column.name));
    const parent = key && byName.get(key.referencesTable);
    const target = key?.referencesColumns[key.columns.indexOf(column.name)];
    const found = parent?.columns.find(({ name }) => name === target);
    if (parent === undefined || found === undefined || depth > tables.length) return column.type;
    return typeOf(parent, found, depth + 1);
  };
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, type: typeOf(table, column) })),
  }));
}

function profileFindings({ name: table, rowCount, rejectedCount, columns }: TableProfile) {
  const findings: Diagnostic[] = [];
  if (rejectedCount > 0) {
    findings.push(diagnostic("SAMPLE_LINES_REJECTED", { table, count: rejectedCount }));
  }
  if (rowCount === 0) return [...findings, diagnostic("SAMPLE_EMPTY", { table })];
  for (const { name: column, valueCount, type, engineType } of columns) {
    if (valueCount === 0) findings.push(diagnostic("SAMPLE_COLUMN_EMPTY", { table, column }));
    else if (type.kind === "string" && !/^(VARCHAR|ENUM)/.test(engineType)) {
      findings.push(diagnostic("SAMPLE_TYPE_AS_TEXT", { table, column, type: engineType }));
    }
  }
  return findings;
}

function keyFinding({ table: { name: table }, keys: { primaryKey } }: KeyedTable): Diagnostic {
  if (primaryKey.length === 0) return diagnostic("SAMPLE_NO_KEY", { table });
  return diagnostic("SAMPLE_PRIMARY_KEY", { table, columns: primaryKey });
}

function referenceFindings({ name: table, foreignKeys }: Table): readonly Diagnostic[] {
  return foreignKeys.map(({ columns, referencesTable: parent, referencesColumns }) =>
    diagnostic("SAMPLE_FOREIGN_KEY", { table, columns, parent, parentColumns: referencesColumns })
  );
}
