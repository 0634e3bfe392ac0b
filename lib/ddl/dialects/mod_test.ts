import { deepStrictEqual, ok } from "node:assert/strict";
import type { Dialect } from "../../schema/mod.ts";
import { importDdl } from "../import_ddl.ts";
import { DIALECTS } from "./mod.ts";

const NAMES = Object.keys(DIALECTS) as Dialect[];
const VALUELESS = new Set(["COPY GRANTS", "COPY TAGS", "WITHOUT OIDS"]);

for (const dialect of NAMES) {
  const rules = DIALECTS[dialect];

  Deno.test(`${dialect} reads every type it knows without a warning`, () => {
    for (const type of rules.types.keys()) {
      const text = `CREATE TABLE t (a ${type}, b ${type.toLowerCase()} NOT NULL)`;
      const { schema, diagnostics } = importDdl(text, { name: "types", dialect });
      deepStrictEqual(diagnostics.filter(({ severity }) => severity !== "info"), []);
      const [a, b] = schema!.tables[0]!.columns;
      deepStrictEqual(a!.type, b!.type);
      deepStrictEqual([a!.declaredType, b!.nullable], [type, false]);
    }
  });

  Deno.test(`${dialect} keeps every table property it documents without a finding`, () => {
    for (const property of rules.tableProperties.filter((words) => words !== "INHERITS")) {
      const value = VALUELESS.has(property) ? "" : " (a)";
      const text = `CREATE TABLE t (a INT) ${property}${value}`;
      const { schema, diagnostics } = importDdl(text, { name: "properties", dialect });
      deepStrictEqual(diagnostics, []);
      ok(Object.keys(schema!.tables[0]!.properties ?? {}).length === 1 || property.includes("BY"));
    }
  });

  Deno.test(`${dialect} refuses lengths and precisions that cannot be`, () => {
    for (const type of ["VARCHAR(0)", "VARCHAR(1.5)", "DECIMAL(0)", "DECIMAL(3,4)", "CHAR(-1)"]) {
      const { diagnostics } = importDdl(`CREATE TABLE t (a ${type})`, {
        name: "x",
        dialect,
        strict: true,
      });
      deepStrictEqual(diagnostics.map(({ code }) => code), ["DDL_TYPE_ARGUMENT"]);
    }
  });

  Deno.test(`${dialect} keeps precision and length exactly`, () => {
    const text = "CREATE TABLE t (a DECIMAL(38,10), b VARCHAR(123), c TIMESTAMP(3), d TIME(0))";
    const { schema } = importDdl(text, { name: "x", dialect });
    deepStrictEqual(schema!.tables[0]!.columns.map(({ type }) => type), [
      { kind: "decimal", precision: 38, scale: 10 },
      { kind: "string", maxLength: 123, fixed: false },
      { kind: "timestamp", precision: 3, zoned: false },
      { kind: "time", precision: 0, zoned: false },
    ]);
  });
}
