import type { JsonValue, QueryResult, RowBatch } from "./query_result.ts";
import type { Explaining } from "./wire/engine_messages.ts";

/** What PostgreSQL calls the one column of a plan, and others after it. */
const COLUMN = "QUERY PLAN";
/** Where the files of the data lie is nobody's business who may ask for a plan. */
const HIDDEN = /^filename/i;

/**
 * Makes an answer of the engine's plan: JSON as one value, or an indented tree with a line a row.
 *
 * @param planned The engine's own answer: a name and a plan as JSON.
 * @param explaining How the plan is wanted.
 */
export async function planResult(
  planned: QueryResult,
  { format }: Explaining,
): Promise<QueryResult> {
  const plans: JsonValue[] = [];
  for await (const batch of planned.batches()) {
    for (const [, plan] of batch.text()) plans.push(withoutFiles(JSON.parse(plan ?? "null")));
  }
  const lines = format === "json"
    ? plans.map((plan) => JSON.stringify(plan, null, 2))
    : plans.flatMap((plan) => treeLines(plan));
  return {
    ...planned,
    columns: [{
      ...{ name: COLUMN, type: format === "json" ? "JSON" : "VARCHAR", numeric: false },
      logicalType: format === "json"
        ? { kind: "json" }
        : { kind: "string", maxLength: null, fixed: false },
    }],
    async *batches() {
      yield await Promise.resolve(batchOf(lines, format === "json" ? plans : lines));
    },
  };
}

function batchOf(texts: readonly string[], values: readonly JsonValue[]): RowBatch {
  return {
    rowCount: texts.length,
    json: () => values.map((value) => [value]),
    text: () => texts.map((text) => [text]),
  };
}

function withoutFiles(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !HIDDEN.test(key))
      .map(([key, part]) => [key, withoutFiles(part)]),
  );
}

/** `HASH_JOIN  1,000 rows  0.002 s`, what it works on below it, and then what it works for. */
function treeLines(node: JsonValue, depth = 0): readonly string[] {
  if (isList(node)) return node.flatMap((each) => treeLines(each, depth));
  if (typeof node !== "object" || node === null) return [];
  const { children = [], extra_info: info = {} } = node;
  const name = node.operator_name ?? node.name;
  // What lies around the plan of a query that was run: its totals and its text.
  if (typeof name !== "string" || name === "EXPLAIN_ANALYZE") return treeLines(children, depth);
  const lead = "  ".repeat(depth);
  const figures = [
    ...typeof node.operator_cardinality === "number"
      ? [`${node.operator_cardinality.toLocaleString("en")} rows`]
      : [],
    ...typeof node.operator_timing === "number" ? [`${node.operator_timing.toFixed(3)} s`] : [],
  ];
  return [
    [`${lead}${name.trim()}`, ...figures].join("  "),
    ...infoLines(info).map((line) => `${lead}    ${line}`),
    ...treeLines(children, depth + 1),
  ];
}

function infoLines(info: JsonValue): readonly string[] {
  if (typeof info !== "object" || info === null || isList(info)) return [];
  return Object.entries(info).flatMap(([key, value]) => {
    const text = isList(value) ? value.join(", ") : String(value);
    return text === "" ? [] : [`${key}: ${text.replaceAll("\n", ", ")}`];
  });
}

/** `Array.isArray` forgets that a list may be read-only. */
function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
