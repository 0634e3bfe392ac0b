import { deepStrictEqual } from "node:assert/strict";
import { importDdl } from "../lib/ddl/mod.ts";
import { type Diagnostic, DIAGNOSTICS } from "../lib/errors/mod.ts";
import {
  type Column,
  type Dialect,
  type LogicalType,
  renderExpression,
  type Table,
  validateSchema,
} from "../lib/schema/mod.ts";

/**
 * Every `.sql` under `golden/ddl/<dialect>` with the outcome beside it. To add a case, add a file
 * and run with `UPDATE_GOLDEN=1`; then read the outcome before committing it. Where its name starts
 * with `partial_`, an error does not stop the import.
 */
const ROOT = new URL("./golden/ddl/", import.meta.url);
const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres"];

for (const dialect of DIALECTS) {
  const folder = new URL(`${dialect}/`, ROOT);
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).toSorted();
  for (const name of names.filter((name) => name.endsWith(".sql"))) {
    Deno.test(`${dialect} DDL is read as expected: ${name}`, () => {
      const text = Deno.readTextFileSync(new URL(name, folder));
      const strict = !name.startsWith("partial_");
      const imported = importDdl(text, { name: "golden", dialect, strict });
      checkGolden(imported, new URL(`${name}.json`, folder));
    });
  }
}

Deno.test("every finding of the DDL room has a golden case", () => {
  const outcomes = DIALECTS.flatMap((dialect) => {
    const folder = new URL(`${dialect}/`, ROOT);
    return [...Deno.readDirSync(folder)]
      .filter(({ name }) => name.endsWith(".json"))
      .map(({ name }) => Deno.readTextFileSync(new URL(name, folder)));
  });
  const codes = Object.keys(DIAGNOSTICS).filter((code) => code.startsWith("DDL_"));
  const untested = codes.filter((code) => !outcomes.some((text) => text.includes(` ${code}: `)));
  deepStrictEqual(untested, []);
});

function checkGolden(result: ReturnType<typeof importDdl>, expectedFile: URL): void {
  const { schema, diagnostics } = result;
  const outcome = {
    diagnostics: diagnostics.map(renderFinding),
    tables: schema === null ? null : schema.tables.map(renderTable),
  };
  if (schema !== null) deepStrictEqual(validateSchema(schema), []);
  if (Deno.env.get("UPDATE_GOLDEN") === "1") {
    Deno.writeTextFileSync(expectedFile, `${JSON.stringify(outcome, null, 2)}\n`);
  }
  deepStrictEqual(outcome, JSON.parse(Deno.readTextFileSync(expectedFile)));
}

function renderFinding({ span, severity, code, message, hint }: Diagnostic): string {
  const place = span === undefined ? "-" : `${span.line}:${span.column}+${span.length}`;
  return `${place} ${severity} ${code}: ${message}${hint === "" ? "" : ` | ${hint}`}`;
}

function renderTable(table: Table): Record<string, unknown> {
  const { schemaName, name, comment, properties, warnings } = table;
  return {
    table: schemaName === undefined ? name : `${schemaName}.${name}`,
    ...(comment !== undefined && { comment }),
    columns: table.columns.map(renderColumn),
    ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey.join(", ") }),
    ...(table.compositeKeys.length > 0 && {
      compositeKeys: table.compositeKeys.map((key) => key.join(", ")),
    }),
    ...(table.uniqueKeys.length > 0 && {
      uniqueKeys: table.uniqueKeys.map((key) => key.join(", ")),
    }),
    ...(table.foreignKeys.length > 0 && {
      foreignKeys: table.foreignKeys.map(({ name, columns, referencesTable, referencesColumns }) =>
        `${name === undefined ? "" : `${name}: `}(${columns.join(", ")}) -> ${referencesTable} ` +
        `(${referencesColumns.join(", ")})`
      ),
    }),
    ...(table.checks && { checks: table.checks.map(renderCheck) }),
    ...(properties && { properties }),
    ...(warnings.length > 0 && { warnings: warnings.length }),
  };
}

/** The condition, and, behind an arrow, what is understood of it. */
function renderCheck({ name, text, rule }: NonNullable<Table["checks"]>[number]): string {
  const sql = rule === undefined ? "text" : renderExpression(rule, { engine: "duckdb" });
  return `${name === undefined ? "" : `${name}: `}${text} => ${sql}`;
}

function renderColumn(column: Column): string {
  const { identity, defaultExpression, comment, properties, distribution } = column;
  return [
    `${column.name}: ${renderType(column.type)}`,
    column.declaredType === undefined ? "" : `<${column.declaredType}>`,
    column.nullable ? "" : "required",
    column.unique ? "unique" : "",
    identity === undefined ? "" : `identity(${identity.start}, ${identity.step})`,
    defaultExpression === undefined ? "" : `default ${defaultExpression}`,
    comment === undefined ? "" : `comment ${JSON.stringify(comment)}`,
    distribution === undefined ? "" : JSON.stringify(distribution),
    properties === undefined ? "" : JSON.stringify(properties),
  ].filter((part) => part !== "").join(" ");
}

function renderType(type: LogicalType): string {
  switch (type.kind) {
    case "integer":
    case "float":
      return `${type.kind}${type.bits}`;
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "string":
      return `${type.fixed ? "fixed string" : "string"}(${type.maxLength ?? ""})`;
    case "binary":
      return `binary(${type.maxLength ?? ""})`;
    case "time":
    case "timestamp":
      return `${type.kind}(${type.precision})${type.zoned ? " zoned" : ""}`;
    default:
      return type.kind;
  }
}
