import { type Diagnostic, diagnostic, type Place } from "../errors/mod.ts";
import { arrayOf, type Fields, isRecord, textOf } from "./_values.ts";
import type { PromiseAt, Relation } from "./promise.ts";

/** A promise; or why there is none: a finding, or the name of a test that says nothing to us. */
export type ReadPromise =
  | { readonly promise: PromiseAt }
  | { readonly finding: Diagnostic }
  | { readonly skipped: string };

export interface PromiseContext {
  /** The column it stands at; null at a table. */
  readonly column: string | null;
  readonly place: Place;
}

/**
 * Reads one test: `unique`, `{accepted_values: {values: […]}}`, the same under `arguments`, or
 * `{name: …, test_name: unique}`.
 */
export function readTest(test: unknown, context: PromiseContext): ReadPromise {
  const [name, given] = typeof test === "string" ? [test, {}] : namedTest(test);
  const { arguments: nested, config, ...direct } = given;
  const args = { ...direct, ...isRecord(nested) ? nested : {} };
  const settings = isRecord(config) ? config : {};
  if (args.enabled === false || settings.enabled === false) {
    return { skipped: `${name} (disabled)` };
  }
  // What holds for some rows only cannot be promised of all.
  if (args.where !== undefined || settings.where !== undefined) {
    return { skipped: `${name} (where)` };
  }
  const columns = columnsOf(args, context);
  if (columns.length === 0) return { skipped: name };
  return readKind(name.replace(/^dbt\./, ""), { args, columns, context });
}

/** Reads one constraint of a contract: `{type: not_null}`, `{type: foreign_key, to: …}` … */
export function readConstraint(constraint: unknown, context: PromiseContext): ReadPromise {
  if (!isRecord(constraint)) return { skipped: "constraint" };
  const type = textOf(constraint.type)?.toLowerCase() ?? "";
  const columns = columnsOf(constraint, context);
  const { place } = context;
  if (columns.length === 0) return { skipped: `${type} constraint` };
  switch (type) {
    case "not_null":
    case "unique":
    case "primary_key":
      return { promise: { kind: type, columns, place } };
    case "foreign_key": {
      const to = relationOf(constraint.to) ?? expressionOf(constraint.expression)?.to;
      const toColumns = arrayOf(constraint.to_columns).flatMap((each) => textOf(each) ?? []);
      const written = expressionOf(constraint.expression)?.toColumns ?? [];
      if (to === undefined) return incomplete("foreign_key", { columns, missing: "'to'", place });
      const target = toColumns.length > 0 ? toColumns : written;
      return { promise: { kind: "relationship", columns, to, toColumns: target, place } };
    }
    default:
      return { skipped: `${type} constraint` };
  }
}

function namedTest(test: unknown): [name: string, args: Fields] {
  if (!isRecord(test)) return ["a test that is no test", {}];
  const named = textOf(test.test_name);
  if (named !== undefined) {
    const { test_name: _, name: __, ...args } = test;
    return [named, args];
  }
  const [first] = Object.entries(test);
  if (first === undefined) return ["a test without a name", {}];
  const [name, args] = first;
  // Settings may also stand beside the test's name.
  const { [name]: _, ...beside } = test;
  return [name, { ...beside, ...isRecord(args) ? args : {} }];
}

interface KindOptions {
  readonly args: Fields;
  readonly columns: readonly string[];
  readonly context: PromiseContext;
}

function readKind(name: string, { args, columns, context: { place } }: KindOptions): ReadPromise {
  switch (name) {
    case "unique":
    case "not_null":
      return { promise: { kind: name, columns, place } };
    case "dbt_utils.unique_combination_of_columns":
    case "dbt_expectations.expect_compound_columns_to_be_unique":
      return { promise: { kind: "unique", columns, place } };
    case "accepted_values":
      return acceptedValues(args, { columns, place });
    case "relationships": {
      const to = relationOf(args.to);
      const field = textOf(args.field)?.replace(/^["`]|["`]$/g, "");
      if (to === undefined) return incomplete(name, { columns, missing: "'to'", place });
      if (field === undefined) return incomplete(name, { columns, missing: "'field'", place });
      return { promise: { kind: "relationship", columns, to, toColumns: [field], place } };
    }
    case "dbt_utils.accepted_range":
    case "dbt_expectations.expect_column_values_to_be_between": {
      const [min, max] = [args.min_value, args.max_value].map((each) =>
        typeof each === "number" && Number.isFinite(each) ? each : undefined
      );
      const inclusive = args.inclusive !== false && args.strictly !== true;
      if (!inclusive || (min === undefined && max === undefined)) return { skipped: name };
      const bounds = { ...min !== undefined && { min }, ...max !== undefined && { max } };
      return { promise: { kind: "range", columns, ...bounds, place } };
    }
    default:
      return { skipped: name };
  }
}

function acceptedValues(
  { values, quote }: Fields,
  { columns, place }: { readonly columns: readonly string[]; readonly place: Place },
): ReadPromise {
  const read = arrayOf(values).flatMap((value) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [quote === false && typeof value === "string" ? unquoted(value) : value]
      : []
  );
  if (read.length === 0) {
    return incomplete("accepted_values", { columns, missing: "'values'", place });
  }
  return { promise: { kind: "accepted_values", columns, values: [...new Set(read)], place } };
}

/** `quote: false` says that the texts stand for numbers or truths. */
function unquoted(text: string): string | number | boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function incomplete(
  test: string,
  { columns, missing, place }: {
    readonly columns: readonly string[];
    readonly missing: string;
    readonly place: Place;
  },
): ReadPromise {
  const detail = { test, column: columns.join(", "), missing };
  return { finding: diagnostic("DBT_TEST_INCOMPLETE", detail, place) };
}

/** A test at a table names its columns itself. */
function columnsOf(args: Fields, { column }: PromiseContext): readonly string[] {
  if (column !== null) return [column];
  const named = args.combination_of_columns ?? args.column_list ?? args.columns ?? args.column_name;
  const list = typeof named === "string" ? [named] : arrayOf(named);
  return list.flatMap((each) => textOf(each)?.replace(/^["`]|["`]$/g, "") ?? []);
}

const CALL = /^(ref|source)\(\s*(['"])([^'"]+)\2\s*(?:,\s*(['"])([^'"]+)\4\s*)?(?:,[^)]*)?\)$/;

/** `ref('orders')`, `ref('package', 'orders')`, `source('shop', 'orders')`, with or without braces. */
function relationOf(value: unknown): Relation | undefined {
  const text = textOf(value)?.trim().replace(/^\{\{\s*|\s*\}\}$/g, "");
  const [, call, , first, , second] = CALL.exec(text ?? "") ?? [];
  if (first === undefined) return undefined;
  if (call === "source") {
    return second === undefined ? undefined : { name: second, sourceName: first };
  }
  return { name: second ?? first };
}

/** The older form of a contract's foreign key: `shop.orders (order_id)`. */
function expressionOf(
  value: unknown,
): { readonly to: Relation; readonly toColumns: readonly string[] } | undefined {
  const match = /^\s*(?:references\s+)?(.+?)\s*\(([^()]+)\)\s*$/i.exec(textOf(value) ?? "");
  if (match === null) return undefined;
  const to = relationOf(match[1]) ?? { name: match[1]!.split(".").at(-1)!.replace(/["`]/g, "") };
  return { to, toColumns: match[2]!.split(",").map((name) => name.trim().replace(/["`]/g, "")) };
}
