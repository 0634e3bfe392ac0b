import type { GeneratorsByColumn } from "../app/mod.ts";
import {
  type Column,
  type ExperimentSchema,
  type ForeignKey,
  renderType,
  type Table,
} from "../schema/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { paintFor } from "./paint.ts";
import { count, counted } from "./words.ts";
import { visible } from "./text_width.ts";
import { wrapText } from "./wrap_text.ts";

/** `8 tables, 61 columns, 10 foreign keys`. */
export function schemaLine({ tables }: ExperimentSchema): string {
  const columnCount = tables.reduce((sum, { columns }) => sum + columns.length, 0);
  const foreignKeyCount = tables.reduce((sum, { foreignKeys }) => sum + foreignKeys.length, 0);
  const parts = [counted(tables.length, "table"), counted(columnCount, "column")];
  if (foreignKeyCount > 0) parts.push(counted(foreignKeyCount, "foreign key"));
  return parts.join(", ");
}

/** Every table in a line. */
export function tablesText({ tables }: ExperimentSchema, context: CliContext): string {
  return context.table(
    [
      { title: "Table" },
      { title: "Columns", align: "right" },
      { title: "Rows", align: "right" },
      { title: "Primary key" },
      { title: "References" },
    ],
    tables.map((table) => [
      fullName(table),
      count(table.columns.length),
      count(table.targetRows),
      primaryKeyText(table),
      [...new Set(table.foreignKeys.map((key) => key.referencesTable))].join(", "),
    ]),
  );
}

/** Every column of every table, and the generator that makes it. */
export function columnsText(
  { tables }: ExperimentSchema,
  generators: GeneratorsByColumn,
  context: CliContext,
): string {
  const { paint } = context;
  return tables.map((table) => {
    const title = paint.bold(paint.cyan(fullName(table)));
    const rows = paint.dim(`  ${counted(table.targetRows, "row")} by default`);
    const kept = propertiesText(table.properties);
    return [
      `${title}${rows}`,
      ...kept === "" ? [] : [paint.dim(visible(kept))],
      columnTable(table, generators[table.name] ?? {}, context),
    ].join("\n");
  }).join("\n\n");
}

/** Physical properties as the warehouse's DDL has them: `diststyle key, sortkey (id)`. */
function propertiesText(properties: Table["properties"] = {}): string {
  return Object.entries(properties)
    .map(([name, value]) => value === "true" ? name : `${name} ${value}`).join(", ");
}

/** The schema's warnings, one a line. */
export function warningsText({ tables }: ExperimentSchema, { err }: CliContext): string {
  const label = paintFor(err).yellow("warning:");
  const indent = "warning: ".length;
  return tables.flatMap(({ warnings }) => warnings)
    .map((warning) => `${label} ${wrapText(warning, { width: err.columns, indent })}`).join("\n");
}

function columnTable(
  table: Table,
  generators: Readonly<Record<string, string>>,
  context: CliContext,
): string {
  const { dim } = context.paint;
  const hasProperties = table.columns.some(({ properties }) => properties !== undefined);
  return context.table(
    [
      { title: "Column" },
      { title: "Type" },
      { title: "NULL" },
      { title: "Made as" },
      { title: "Key" },
      ...hasProperties ? [{ title: "Kept" }] : [],
    ],
    table.columns.map((column) => [
      column.name,
      column.declaredType ?? renderType(column.type),
      column.nullable ? { text: "yes", paint: dim } : "no",
      { text: generators[column.name] ?? "key", paint: dim },
      keyText(table, column),
      ...hasProperties ? [{ text: propertiesText(column.properties), paint: dim }] : [],
    ]),
  );
}

function keyText(table: Table, { name, unique }: Column): string {
  const words: string[] = [];
  if (table.primaryKey.includes(name)) words.push("primary");
  else if (table.compositeKeys.some((key) => key.includes(name))) words.push("composite");
  else if (unique || table.uniqueKeys.some((key) => key.includes(name))) words.push("unique");
  const references = table.foreignKeys.filter(({ columns }) => columns.includes(name));
  return [...words, ...references.map((key) => referenceText(key, name))].join(", ");
}

function referenceText(key: ForeignKey, name: string): string {
  const { columns, referencesTable, referencesColumns } = key;
  return `→ ${referencesTable}.${referencesColumns[columns.indexOf(name)]}`;
}

function primaryKeyText({ primaryKey, compositeKeys }: Table): string {
  // What the source declared; the surrogate stands among the columns.
  return (compositeKeys[0] ?? primaryKey).join(", ");
}

function fullName({ name, schemaName, nameInSchema = name }: Table): string {
  return schemaName === undefined ? name : `${schemaName}.${nameInSchema}`;
}
