import { type Diagnostic, diagnostic, nearestNames } from "../errors/mod.ts";
import type { Column, ExperimentSchema, Table } from "./experiment_schema.ts";
import { keysOf } from "./keys_of.ts";
import { partsOf } from "./rules/expression.ts";
import { resolveColumn } from "./rules/resolve_column.ts";

/**
 * Checks the rules of all columns: what they name exists, no column rests on itself, and no rule
 * decides what a key decides already.
 *
 * @param schema Any schema.
 * @returns Every problem, at the rule's JSON path.
 */
export function checkRules(schema: ExperimentSchema): Diagnostic[] {
  const hasRules = schema.tables.some(({ columns }) => columns.some(({ rule }) => rule));
  if (!hasRules) return [];
  return [
    ...schema.tables.flatMap((table, place) =>
      table.columns.flatMap((column, index) =>
        column.rule === undefined
          ? []
          : checkRule(column, { table, schema, path: `$.tables[${place}].columns[${index}].rule` })
      )
    ),
    ...checkCircles(schema),
  ];
}

interface RuleOptions {
  readonly table: Table;
  readonly schema: ExperimentSchema;
  readonly path: string;
}

function checkRule(column: Column, options: RuleOptions): Diagnostic[] {
  const { path, table } = options;
  const reason = contradiction(column, table);
  return [
    ...reason === null
      ? []
      : [diagnostic("RULE_CONTRADICTS", { column: column.name, reason }, { path })],
    ...checkNames(column, options),
  ];
}

function contradiction(column: Column, table: Table): string | null {
  const isIn = (names: readonly string[]) =>
    names.some((name) => name.toLowerCase() === column.name.toLowerCase());
  if (table.foreignKeys.some(({ columns }) => isIn(columns))) return "it is a foreign key";
  if (column.identity !== undefined) return "it counts its rows";
  const keys = keysOf(table).filter(isIn);
  if (keys.some((key) => key.length > 1) || isIn(table.primaryKey)) return "it is part of a key";
  return null;
}

function checkNames(column: Column, { table, schema, path }: RuleOptions): Diagnostic[] {
  return partsOf(column.rule!.expression).flatMap((part): Diagnostic[] => {
    if (part.kind !== "column") return [];
    const found = resolveColumn(part, table, schema);
    if (found.kind === "own" || found.kind === "parent") return [];
    const { name, known } = found;
    const detail = { name, at: part.at + 1, known };
    if (found.kind === "ambiguous") return [diagnostic("RULE_AMBIGUOUS", detail, { path })];
    return [
      diagnostic("RULE_NAME_UNKNOWN", { ...detail, near: nearestNames(name, known) }, { path }),
    ];
  });
}

/** A column whose value rests on its own, by whatever way. */
function checkCircles(schema: ExperimentSchema): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const done = new Set<Column>();
  schema.tables.forEach((table, place) =>
    table.columns.forEach((column, index) => {
      const circle = circleFrom({ table, column }, { schema, done });
      if (circle === null) return;
      const names = circle.map((each) => `${each.table.name}.${each.column.name}`);
      const path = `$.tables[${place}].columns[${index}].rule`;
      problems.push(diagnostic("RULE_CIRCLE", { names }, { path }));
    })
  );
  return problems;
}

interface PlacedColumn {
  readonly table: Table;
  readonly column: Column;
}

/** Walks depth first without recursion: chains may be as long as a table is wide. */
function circleFrom(
  start: PlacedColumn,
  { schema, done }: { readonly schema: ExperimentSchema; readonly done: Set<Column> },
): readonly PlacedColumn[] | null {
  if (done.has(start.column)) return null;
  const path: { place: PlacedColumn; next: PlacedColumn[] }[] = [
    { place: start, next: sourcesOf(start, schema) },
  ];
  while (path.length > 0) {
    const last = path.at(-1)!;
    const next = last.next.pop();
    if (next === undefined) {
      done.add(last.place.column);
      path.pop();
      continue;
    }
    const at = path.findIndex(({ place }) => place.column === next.column);
    if (at >= 0) {
      for (const { place } of path) done.add(place.column);
      return [...path.slice(at).map(({ place }) => place), next];
    }
    if (!done.has(next.column)) path.push({ place: next, next: sourcesOf(next, schema) });
  }
  return null;
}

function sourcesOf({ table, column }: PlacedColumn, schema: ExperimentSchema): PlacedColumn[] {
  if (column.rule === undefined) return [];
  return partsOf(column.rule.expression).flatMap((part): PlacedColumn[] => {
    if (part.kind !== "column") return [];
    const found = resolveColumn(part, table, schema);
    if (found.kind === "own") return [{ table, column: found.column }];
    return found.kind === "parent" ? [{ table: found.table, column: found.column }] : [];
  });
}
