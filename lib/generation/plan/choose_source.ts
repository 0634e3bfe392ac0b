import { type Column, parsePattern, renderType, type Table } from "../../schema/mod.ts";
import type { Generator } from "../generators/define_generator.ts";
import { canProduce } from "../generators/can_produce.ts";
import { findGenerator, suggestGenerators } from "../generators/find_generator.ts";
import { defaultGenerator } from "../infer/default_generator.ts";
import { inferGenerator } from "../infer/infer_source.ts";
import type { ValueSource } from "../sources/value_source.ts";
import { checkedSource, type ChosenSource } from "./checks/checked_source.ts";
import type { PlanContext } from "./plan_context.ts";

/**
 * Chooses what a column's values mean: weighted values if the schema lists them, else the rule it
 * names, else what its name and type suggest.
 *
 * @param context Receives a finding when the rule is unknown or cannot fill the type.
 * @param table The column's table.
 * @param column The column.
 */
export function chooseSource(context: PlanContext, table: Table, column: Column): ChosenSource {
  const generator = chooseGenerator(context, table, column);
  if (generator === null) {
    return { source: checkedValues(context, table, column), generator: "values" };
  }
  const forms = column.pattern === undefined ? null : parsePattern(column.pattern).forms;
  if (forms !== null) return { source: { kind: "pattern", forms }, generator: "pattern" };
  const source = generator.source({ type: column.type, book: context.book });
  return checkedSource(context, { table, column, chosen: { source, generator: generator.name } });
}

/** The generator alone, without its source; null if the schema lists values. */
export function chooseGenerator(
  context: PlanContext,
  table: Table,
  column: Column,
): Generator | null {
  if (column.distribution?.kind === "values") return null;
  return askedGenerator(context, table, column) ?? inferGenerator(column, table)?.generator ??
    defaultGenerator(column);
}

function askedGenerator(context: PlanContext, table: Table, column: Column): Generator | null {
  const rule = column.generator;
  if (rule === undefined) return null;
  const at = { table: table.name, column: column.name, rule };
  const generator = findGenerator(rule, context.book);
  if (generator === null) {
    const near = suggestGenerators(rule, context.book);
    context.report("PLAN_UNKNOWN_GENERATOR", { ...at, near }, table, column.name);
    return null;
  }
  if (canProduce(generator, column.type)) return generator;
  const type = renderType(column.type);
  context.report("PLAN_GENERATOR_MISFIT", { ...at, type }, table, column.name);
  return null;
}

/** Identifiers and spans have no text that a list could hold. */
function checkedValues(context: PlanContext, table: Table, column: Column): ValueSource {
  const { kind } = column.type;
  if (kind !== "uuid" && kind !== "interval") return listedValues(table, column);
  const type = renderType(column.type);
  const at = { table: table.name, column: column.name, rule: "values", type };
  context.report("PLAN_GENERATOR_MISFIT", at, table, column.name);
  return defaultGenerator(column).source({ type: column.type, book: context.book });
}

/** The values a schema lists with their weights, as the column's kind reads them. */
function listedValues(table: Table, column: Column): ValueSource {
  const values = column.distribution?.kind === "values" ? column.distribution.values : [];
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  switch (column.type.kind) {
    case "boolean": {
      const truths = values.filter(({ value }) =>
        value === true || value === 1 || value === "true"
      );
      return { kind: "truth", rate: truths.reduce((sum, { weight }) => sum + weight, 0) / total };
    }
    case "integer":
    case "decimal":
    case "float":
      return {
        kind: "numbers",
        values: values.map(({ value, weight }) => ({ value: Number(value), weight })),
      };
    case "date":
    case "timestamp":
    case "time":
      return {
        kind: "numbers",
        values: values.map(({ value, weight }) => ({ value: momentUnits(value, column), weight })),
      };
    default:
      return {
        kind: "words",
        name: `values of ${table.name}.${column.name}`,
        words: values.map(({ value }) => String(value)),
        weights: values.map(({ weight }) => weight),
      };
  }
}

/** Days since 1970 for dates, microseconds since then or since midnight for the others. */
function momentUnits(value: string | number | boolean, { type }: Column): number {
  const text = String(value).trim().replace(" ", "T");
  const iso = type.kind === "time" ? `1970-01-01T${text}` : text;
  const hasZone = !iso.includes("T") || /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(iso);
  const milliseconds = Date.parse(hasZone ? iso : `${iso}Z`);
  return type.kind === "date" ? Math.floor(milliseconds / 86_400_000) : milliseconds * 1000;
}
