import { type ExperimentSchema, type ForeignKey, topology } from "../../schema/mod.ts";
import { beginWriting, type DdlPurpose, type DdlWriting } from "./ddl_writing.ts";
import { type OriginalTable, originalTables } from "./original_table.ts";
import type { DdlDialect } from "./write_dialect.ts";
import { sequenceName, writeColumn } from "./write_column.ts";
import { writeLiteral } from "./_write_literal.ts";
import { writeChecks } from "./write_checks.ts";
import { leftOut, writeProperties } from "./write_properties.ts";

export interface DdlOptions {
  readonly dialect: DdlDialect;
  /** What the tables are for; `definition` when absent. */
  readonly purpose?: DdlPurpose;
  /** Keeps the columns that were added to stand for composite keys; false when absent. */
  readonly withSurrogates?: boolean;
  /** Writes keys as statements of their own, for tables that are filled first. */
  readonly keysApart?: boolean;
}

/** One statement, without its semicolon. */
export interface DdlStatement {
  readonly kind: "schema" | "table" | "key" | "foreign_key" | "comment";
  /** The schema's table it is about; empty for a schema. */
  readonly table: string;
  readonly sql: string;
}

/**
 * Writes a schema as DDL, statement by statement, in an order in which they can be run: parents
 * first, and references in circles at the end.
 *
 * @param schema A valid schema.
 * @param options The dialect, and what the tables are for.
 * @returns The statements.
 */
export function ddlStatements(
  schema: ExperimentSchema,
  { dialect, purpose = "definition", withSurrogates = false, keysApart = false }: DdlOptions,
): readonly DdlStatement[] {
  const tables = originalTables(schema, { withSurrogates });
  const writing = beginWriting(schema, tables, { dialect, purpose });
  const { order, broken } = topology(schema);
  const late = new Set(
    broken.map(({ table, foreignKeyIndex }) => `${table.toLowerCase()}\0${foreignKeyIndex}`),
  );
  const isLate = ({ name }: OriginalTable, index: number) =>
    keysApart || late.has(`${name.toLowerCase()}\0${index}`);
  const ordered = order.map((name) => writing.tables.get(name.toLowerCase())!);
  return [
    ...schemaStatements(ordered, writing),
    ...ordered.flatMap((table) => [
      ...sequenceStatements(table, writing),
      createTable(table, { writing, keysApart, isLate }),
    ]),
    ...keysApart ? ordered.flatMap((table) => keyStatements(table, writing)) : [],
    ...ordered.flatMap((table) => lateKeys(table, { writing, isLate })),
    ...writing.rules.inlineComments
      ? []
      : ordered.flatMap((table) => commentStatements(table, writing)),
  ];
}

interface TableOptions {
  readonly writing: DdlWriting;
  readonly keysApart: boolean;
  readonly isLate: (table: OriginalTable, foreignKeyIndex: number) => boolean;
}

function schemaStatements(
  tables: readonly OriginalTable[],
  { names, rules }: DdlWriting,
): readonly DdlStatement[] {
  const kept = new Map<string, string>();
  for (const { schemaName } of tables) {
    if (schemaName !== undefined) kept.set(names.kept(schemaName), names.sql(schemaName));
  }
  kept.delete(rules.defaultSchema);
  return [...kept.values()].map((name) => ({
    kind: "schema",
    table: "",
    sql: `CREATE SCHEMA IF NOT EXISTS ${name}`,
  }));
}

/** DuckDB has no identity columns: a sequence fills them. */
function sequenceStatements(table: OriginalTable, writing: DdlWriting): readonly DdlStatement[] {
  if (writing.rules.name !== "duckdb") return [];
  return table.columns.flatMap((column) => {
    const { identity } = column;
    if (identity === undefined) return [];
    const sequence = sequenceName(table, column, writing);
    const { start, step } = identity;
    const bound = step > 0 ? `MINVALUE ${Math.min(1, start)}` : `MAXVALUE ${Math.max(-1, start)}`;
    const sql = `CREATE SEQUENCE ${sequence} INCREMENT BY ${step} ${bound} START WITH ${start}`;
    return [{ kind: "table" as const, table: table.name, sql }];
  });
}

const TABLE_KIND = /^(((LOCAL|GLOBAL) )?(TEMP|TEMPORARY)|TRANSIENT|VOLATILE|HYBRID|UNLOGGED)$/;

function createTable(
  table: OriginalTable,
  { writing, keysApart, isLate }: TableOptions,
): DdlStatement {
  const { names, rules, own, purpose } = writing;
  const kind = table.properties?.table_kind ?? "";
  const words = own !== null && purpose === "definition" && TABLE_KIND.test(kind) ? `${kind} ` : "";
  const lines = [
    ...columnLines(table, { writing, keysApart }),
    ...keysApart ? [] : ownKeys(table, writing).map(({ sql }) => sql),
    ...table.foreignKeys.flatMap((key, index) =>
      isLate(table, index) ? [] : [foreignKeyText(key, writing)]
    ),
    ...writeChecks(table, writing),
  ];
  const tail = writeProperties(table.properties, "table", writing);
  const comment = rules.inlineComments && table.comment
    ? [`COMMENT = ${writeLiteral(table.comment, rules)}`]
    : [];
  const body = `CREATE ${words}TABLE ${names.table(table)} (\n  ${lines.join(",\n  ")}\n)`;
  const sql = [body, ...tail, ...comment].join("\n");
  return { kind: "table", table: table.name, sql: `${remarks(table, writing)}${sql}` };
}

/** Says which kept properties are not in the statement. */
function remarks({ properties, name }: OriginalTable, writing: DdlWriting): string {
  if (writing.purpose !== "definition" || writing.own === null) return "";
  const names = leftOut(properties, writing);
  if (names.length === 0) return "";
  const plain = (text: string) => text.replaceAll(/[^\w .-]/g, "_");
  return `-- Left out of ${plain(name)}: ${names.map(plain).join(", ")}\n`;
}

function columnLines(
  table: OriginalTable,
  { writing, keysApart }: { readonly writing: DdlWriting; readonly keysApart: boolean },
): readonly string[] {
  const single = table.primaryKey.length === 1 ? table.primaryKey[0] : undefined;
  const parts = table.columns.map((column) =>
    writeColumn({
      column,
      table,
      saysUnique: !keysApart && column.unique && column.name !== single,
    }, writing)
  );
  const nameWidth = Math.min(40, Math.max(...parts.map(([name]) => name.length)));
  const typeWidth = Math.min(40, Math.max(...parts.map(([, type]) => type.length)));
  return parts.map(([name, type, rest]) =>
    `${name.padEnd(nameWidth)} ${type.padEnd(typeWidth)} ${rest}`.trimEnd()
  );
}

/** The primary key and the unique keys that stand at the table. */
function ownKeys(
  { primaryKey, uniqueKeys, columns }: OriginalTable,
  { names }: DdlWriting,
): readonly { readonly sql: string }[] {
  const list = (key: readonly string[]) => `(${key.map(names.sql).join(", ")})`;
  const alone = new Set(columns.filter(({ unique }) => unique).map(({ name }) => name));
  const others = uniqueKeys.filter((key) => key.length > 1 || !alone.has(key[0]!));
  return [
    ...primaryKey.length > 0 ? [{ sql: `PRIMARY KEY ${list(primaryKey)}` }] : [],
    ...others.map((key) => ({ sql: `UNIQUE ${list(key)}` })),
  ];
}

function keyStatements(table: OriginalTable, writing: DdlWriting): readonly DdlStatement[] {
  const [single, ...more] = table.primaryKey;
  const alone = table.columns.filter(({ name, unique }) =>
    unique && (more.length > 0 || name !== single)
  );
  const keys = [
    ...ownKeys(table, writing).map(({ sql }) => sql),
    ...alone.map(({ name }) => `UNIQUE (${writing.names.sql(name)})`),
  ];
  const head = `ALTER TABLE ${writing.names.table(table)} ADD`;
  return keys.map((key) => ({ kind: "key", table: table.name, sql: `${head} ${key}` }));
}

function lateKeys(
  table: OriginalTable,
  { writing, isLate }: Pick<TableOptions, "writing" | "isLate">,
): readonly DdlStatement[] {
  if (!writing.rules.altersForeignKeys) return [];
  const head = `ALTER TABLE ${writing.names.table(table)} ADD`;
  return table.foreignKeys.flatMap((key, index) =>
    isLate(table, index)
      ? [{
        kind: "foreign_key" as const,
        table: table.name,
        sql: `${head} ${foreignKeyText(key, writing)}`,
      }]
      : []
  );
}

function foreignKeyText(key: ForeignKey, { names, tables }: DdlWriting): string {
  const name = key.name === undefined ? "" : `CONSTRAINT ${names.sql(key.name)} `;
  const parent = tables.get(key.referencesTable.toLowerCase())!;
  const columns = key.columns.map(names.sql).join(", ");
  const referenced = key.referencesColumns.map(names.sql).join(", ");
  return `${name}FOREIGN KEY (${columns}) REFERENCES ${names.table(parent)} (${referenced})`;
}

function commentStatements(table: OriginalTable, writing: DdlWriting): readonly DdlStatement[] {
  const { names, rules } = writing;
  const on = (what: string, comment: string): DdlStatement => ({
    kind: "comment",
    table: table.name,
    sql: `COMMENT ON ${what} IS ${writeLiteral(comment, rules)}`,
  });
  const name = names.table(table);
  return [
    ...table.comment ? [on(`TABLE ${name}`, table.comment)] : [],
    ...table.columns.flatMap((column) =>
      column.comment ? [on(`COLUMN ${name}.${names.sql(column.name)}`, column.comment)] : []
    ),
  ];
}
