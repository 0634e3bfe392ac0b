import assert from "node:assert/strict";
import type { Column, ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";
import type { LogicalType } from "./logical_type.ts";
import { validateSchema } from "./validate_schema.ts";
import { cpuClock } from "../../tests/cpu_clock.ts";

const INTEGER: LogicalType = { kind: "integer", bits: 32 };
const TEXT: LogicalType = { kind: "string", maxLength: 10, fixed: false };

Deno.test("validateSchema: a schema without problems has none", () => {
  assert.deepEqual(codes([parent(), child(["parent_id"], ["id"])]), []);
});

Deno.test("validateSchema: tables may not share a name, upper or lower case", () => {
  const problems = validateSchema(schema([parent(), { ...parent(), name: "PARENT" }]));
  assert.deepEqual(problems.map(({ code, path }) => [code, path]), [
    ["NAME_TAKEN", "$.tables[1].name"],
  ]);
  assert.match(problems[0]!.message, /first at \$\.tables\[0\]\.name|at \$\.tables\[0\]\.name/);
});

Deno.test("validateSchema: a reference to a missing table offers the nearest", () => {
  const [problem] = validateSchema(schema([parent(), child(["parent_id"], ["id"], "parnt")]));
  assert.equal(problem!.code, "FOREIGN_KEY_TABLE_UNKNOWN");
  assert.equal(problem!.hint, "Did you mean 'parent'?");
});

Deno.test("validateSchema: a reference to a missing column offers the nearest", () => {
  const [problem] = validateSchema(schema([parent(), child(["parent_id"], ["idd"])]));
  assert.equal(problem!.code, "FOREIGN_KEY_COLUMN_UNKNOWN");
  assert.equal(problem!.hint, "Did you mean 'id'?");
});

Deno.test("validateSchema: a foreign key of a missing column is a problem of the child", () => {
  assert.deepEqual(codes([parent(), child(["nowhere"], ["id"])]), ["KEY_COLUMN_UNKNOWN"]);
});

Deno.test("validateSchema: both sides of a reference have as many columns", () => {
  assert.deepEqual(codes([parent(), child(["parent_id", "note"], ["id"])]), ["FOREIGN_KEY_COUNT"]);
});

Deno.test("validateSchema: both sides of a reference have types whose values can be equal", () => {
  const [problem] = validateSchema(schema([parent(), child(["note"], ["id"])]));
  assert.equal(problem!.code, "FOREIGN_KEY_TYPE");
  assert.equal(
    problem!.message,
    "'child.note' is VARCHAR(10), and 'parent.id', which it references, is INTEGER",
  );
});

Deno.test("validateSchema: NUMBER(38,0) may reference an integer", () => {
  const number = column("parent_id", { kind: "decimal", precision: 38, scale: 0 });
  const table = { ...child(["parent_id"], ["id"]), columns: [number] };
  assert.deepEqual(codes([parent(), table]), []);
});

Deno.test("validateSchema: what is referenced must be a key, and the keys are named", () => {
  const [problem] = validateSchema(schema([parent(), child(["note"], ["label"])]));
  assert.equal(problem!.code, "FOREIGN_KEY_NOT_A_KEY");
  assert.match(problem!.hint, /^Reference one of its keys: \(id\)/);
});

Deno.test("validateSchema: composite, unique and reordered keys can be referenced", () => {
  const pair = ["id", "label"];
  const child_ = child(["note", "parent_id"], ["label", "id"]);
  for (const keys of [{ primaryKey: pair }, { uniqueKeys: [pair] }, { compositeKeys: [pair] }]) {
    assert.deepEqual(codes([{ ...parent(), ...keys }, child_]), []);
  }
});

Deno.test("validateSchema: the same foreign key twice is a problem", () => {
  const once = child(["parent_id"], ["id"]);
  const twice = { ...once, foreignKeys: [...once.foreignKeys, ...once.foreignKeys] };
  assert.deepEqual(codes([parent(), twice]), ["FOREIGN_KEY_TWICE"]);
});

Deno.test("validateSchema: a table may require itself", () => {
  const own: ForeignKey = { columns: ["id"], referencesTable: "parent", referencesColumns: ["id"] };
  assert.deepEqual(codes([{ ...parent(), foreignKeys: [own] }]), []);
});

Deno.test("validateSchema: a circle of required references is named, and where to break it", () => {
  const [problem, ...others] = validateSchema(schema([
    linked("a", "b"),
    linked("b", "c"),
    linked("c", "a"),
    linked("d", "a"),
  ]));
  assert.deepEqual(others, []);
  assert.equal(problem!.code, "REQUIRED_CYCLE");
  assert.match(problem!.message, /a → b → c → a$/);
  assert.match(problem!.hint, /^Allow NULL in other of table 'a'/);
  assert.equal(problem!.path, "$.tables[0].columns[1]");
});

Deno.test("validateSchema: one nullable reference breaks a circle", () => {
  const b = linked("b", "a");
  const nullable = {
    ...b,
    columns: b.columns.map((each) => ({ ...each, nullable: each.name === "other" })),
  };
  assert.deepEqual(codes([linked("a", "b"), nullable]), []);
});

Deno.test("validateSchema: checks 20,000 tables in seconds", () => {
  const tables = Array.from(
    { length: 20_000 },
    (_, place) => linked(`t${place}`, `t${Math.max(0, place - 1)}`),
  );
  const elapsedMs = cpuClock();
  assert.deepEqual(codes(tables), []);
  assert.ok(elapsedMs() < 5_000);
});

function column(name: string, type: LogicalType): Column {
  return { name, type, nullable: false, unique: false };
}

function table(name: string, columns: readonly Column[]): Table {
  return {
    name,
    targetRows: 1,
    columns,
    primaryKey: [],
    uniqueKeys: [],
    foreignKeys: [],
    compositeKeys: [],
    warnings: [],
  };
}

function parent(): Table {
  const columns = [{ ...column("id", INTEGER), unique: true }, column("label", TEXT)];
  return table("parent", columns);
}

function child(
  columns: readonly string[],
  referencesColumns: readonly string[],
  referencesTable = "parent",
): Table {
  const foreignKeys = [{ columns, referencesTable, referencesColumns }];
  return { ...table("child", [column("parent_id", INTEGER), column("note", TEXT)]), foreignKeys };
}

/** A table whose column `other` needs a row of another. */
function linked(name: string, other: string): Table {
  const columns = [{ ...column("id", INTEGER), unique: true }, column("other", INTEGER)];
  const foreignKeys = [{ columns: ["other"], referencesTable: other, referencesColumns: ["id"] }];
  return { ...table(name, columns), foreignKeys };
}

function schema(tables: readonly Table[]): ExperimentSchema {
  return { name: "test", tables };
}

function codes(tables: readonly Table[]): string[] {
  return validateSchema(schema(tables)).map(({ code }) => code);
}
