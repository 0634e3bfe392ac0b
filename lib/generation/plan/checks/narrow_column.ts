import { type Diagnostic, diagnostic } from "../../../errors/mod.ts";
import type { Check, Column, Table } from "../../../schema/mod.ts";
import { type BoundFact, narrowInstants, narrowNumbers } from "./_narrow_range.ts";
import { listValues } from "./_list_values.ts";
import type { ColumnFact, TextFact } from "./honour_checks.ts";

/** A column that says of itself what checks say of it. */
export interface NarrowedColumn {
  readonly column: Column;
  readonly findings: readonly Diagnostic[];
  readonly textFacts: readonly TextFact[];
  /** The checks that change nothing. */
  readonly unused: readonly Check[];
}

interface NarrowOptions {
  readonly facts: readonly ColumnFact[];
  readonly table: Table;
  /** JSON path of the column. */
  readonly path: string;
}

/**
 * Narrows a column to what checks allow: its list, its range, its length, whether it may be NULL.
 *
 * @param column The column.
 * @param options What the checks say of it.
 * @returns The narrower column; a finding when no value is left.
 */
export function narrowColumn(
  column: Column,
  { facts, table, path }: NarrowOptions,
): NarrowedColumn {
  const unused: Check[] = [];
  const textFacts: TextFact[] = [];
  const isForeign = table.foreignKeys.some(({ columns }) => columns.includes(column.name));
  // The values of a foreign key are its parent's, which has checks of its own.
  if (isForeign) {
    return {
      column,
      findings: [],
      textFacts,
      unused: facts.map(({ check }) => check),
    };
  }
  let narrowed: Column | null = column;
  for (const each of inOrder(facts)) {
    if (narrowed === null) break;
    const next = narrow(narrowed, each);
    if (next === "unused") unused.push(each.check);
    else if (next === "text") textFacts.push(each as TextFact);
    else narrowed = next;
  }
  if (narrowed !== null) return { column: narrowed, findings: [], textFacts, unused };
  const checks = facts.map(textOf);
  const detail = { table: table.name, column: column.name, checks };
  const findings = [diagnostic("PLAN_CHECK_CONTRADICTS", detail, { path })];
  return { column, findings, textFacts, unused };
}

/** Lists first, for bounds thin them out; exceptions last, for they look at bounds and lists. */
function inOrder(facts: readonly ColumnFact[]): readonly ColumnFact[] {
  const rank = ({ fact: { kind } }: ColumnFact) =>
    kind === "values" ? 0 : kind === "except" ? 2 : 1;
  return facts.toSorted((a, b) => rank(a) - rank(b));
}

function textOf({ check }: ColumnFact): string {
  return check.text;
}

/** The narrower column, null when nothing is left of it, or why it stays as it is. */
function narrow(column: Column, { fact }: ColumnFact): Column | null | "unused" | "text" {
  switch (fact.kind) {
    case "values":
      return listValues(column, { values: fact.values });
    case "except":
      return except(column, fact.values);
    case "bound":
      return bounded(column, fact);
    case "not_null":
      return required(column);
    case "length":
      return limited(column, fact);
    case "like":
    case "regex":
      return column.type.kind === "string" ? "text" : "unused";
  }
}

function required({ nullRate: _, ...column }: Column): Column {
  return { ...column, nullable: false };
}

function bounded(column: Column, fact: BoundFact): Column | null | "unused" {
  if (column.distribution?.kind === "values") {
    return listValues(column, { holds: (value) => stands(value, fact) });
  }
  switch (column.type.kind) {
    case "integer":
    case "decimal":
    case "float":
      return narrowNumbers(column, fact);
    case "date":
    case "timestamp":
      return narrowInstants(column, fact);
    default:
      return "unused";
  }
}

function stands(value: string | number | boolean, { operator, value: bound }: BoundFact): boolean {
  switch (operator) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
}

type Length = Extract<ColumnFact["fact"], { kind: "length" }>;

function limited(column: Column, { operator, value }: Length): Column | null | "unused" | "text" {
  const { type } = column;
  if (type.kind !== "string") return "unused";
  if (operator === ">" || operator === ">=") {
    const least = operator === ">" ? Math.floor(value) + 1 : Math.ceil(value);
    if (least > (type.maxLength ?? Infinity)) return null;
    return least <= 1 ? column : "text";
  }
  const most = operator === "<" ? Math.ceil(value) - 1 : Math.floor(value);
  if (most < 1) return null;
  return { ...column, type: { ...type, maxLength: Math.min(type.maxLength ?? Infinity, most) } };
}

/** Values may be taken out of a list, from the end of a range, or of what is none of its values. */
function except(
  column: Column,
  values: readonly (string | number | boolean)[],
): Column | null | "unused" {
  if (column.distribution?.kind === "values") {
    return listValues(column, { holds: (value) => !values.includes(value) });
  }
  if (column.type.kind === "boolean") {
    const left = [true, false].filter((value) => !values.includes(value));
    return listValues(column, { values: left });
  }
  const { range } = column;
  if (range === undefined) return "unused";
  let narrowed: Column | null | "unused" = column;
  for (const value of values) {
    if (typeof value !== "number" || narrowed === null || narrowed === "unused") return "unused";
    const { min, max }: NonNullable<Column["range"]> = narrowed.range!;
    if (min === value) narrowed = narrowNumbers(narrowed, bound(">", value));
    else if (max === value) narrowed = narrowNumbers(narrowed, bound("<", value));
    else if (!(value < (min ?? -Infinity) || value > (max ?? Infinity))) return "unused";
  }
  return narrowed;
}

function bound(operator: "<" | ">", value: number): BoundFact {
  return { kind: "bound", column: "", operator, value };
}
