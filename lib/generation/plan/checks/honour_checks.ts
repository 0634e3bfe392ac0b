import { type Diagnostic, diagnostic } from "../../../errors/mod.ts";
import {
  type Check,
  type CheckFact,
  checkFacts,
  type Column,
  type ExperimentSchema,
  type Expression,
  renderExpression,
  type Table,
} from "../../../schema/mod.ts";
import { narrowInstants, narrowNumbers } from "./_narrow_range.ts";
import { isMetByRules } from "./is_met_by_rules.ts";
import { narrowColumn } from "./narrow_column.ts";

/** What a check asks of a whole row: how a column stands to others. */
export interface RowFact {
  readonly fact: Extract<CheckFact, { kind: "order" | "derived" }>;
  readonly check: Check;
}

/** What a check asks of texts beyond their length's upper bound. */
export interface TextFact {
  readonly fact: Extract<CheckFact, { kind: "like" | "regex" | "length" }>;
  readonly check: Check;
}

/** A schema whose columns say what its checks ask of them. */
export interface HonouredChecks {
  /** With narrower ranges, lists and lengths; its tables and columns stand where they stood. */
  readonly schema: ExperimentSchema;
  readonly findings: readonly Diagnostic[];
  /** By the tables of the new schema. */
  readonly rowFacts: ReadonlyMap<Table, readonly RowFact[]>;
  /** By the columns of the new schema. */
  readonly textFacts: ReadonlyMap<Column, readonly TextFact[]>;
  /** Columns that have a range from checks alone: it cuts what they hold by nature. */
  readonly ranged: ReadonlySet<Column>;
}

/**
 * Turns the checks of a schema into what columns say of themselves, as far as that goes.
 *
 * @param schema A valid schema.
 * @returns The schema to plan, what is left for rows and texts, and findings: checks that leave no
 * value, and checks that guide nothing.
 */
export function honourChecks(schema: ExperimentSchema): HonouredChecks {
  if (!schema.tables.some(({ checks }) => checks !== undefined)) return unchanged(schema);
  const findings: Diagnostic[] = [];
  const rowFacts = new Map<Table, readonly RowFact[]>();
  const textFacts = new Map<Column, readonly TextFact[]>();
  const ranged = new Set<Column>();
  const tables = schema.tables.map((table, place): Table => {
    if (table.checks === undefined) return table;
    const gathered = gatherFacts(table);
    const path = `$.tables[${place}]`;
    const columns = table.columns.map((column, index) => {
      const facts = gathered.byColumn.get(column.name) ?? [];
      if (facts.length === 0) return column;
      const at = { table, path: `${path}.columns[${index}]` };
      const narrowed = narrowColumn(column, { facts, ...at });
      findings.push(...narrowed.findings);
      for (const { text, rule } of narrowed.unused) gathered.unused.set(text, rule);
      if (column.range === undefined) ranged.add(narrowed.column);
      if (narrowed.textFacts.length > 0) textFacts.set(narrowed.column, narrowed.textFacts);
      return narrowed.column;
    });
    spreadBounds(columns, gathered.rowFacts, ranged);
    const honoured = { ...table, columns };
    rowFacts.set(honoured, gathered.rowFacts);
    for (const [text, rule] of gathered.unused) {
      if (rule !== undefined && isMetByRules(rule, table)) continue;
      findings.push(diagnostic("PLAN_CHECK_UNUSED", { table: table.name, check: text }, { path }));
    }
    return honoured;
  });
  return { schema: { ...schema, tables }, findings, rowFacts, textFacts, ranged };
}

/** Of two columns in order, the lower one stays below what the upper one reaches. */
function spreadBounds(
  columns: Column[],
  facts: readonly RowFact[],
  ranged: Set<Column>,
): void {
  // As often as a bound may have to travel from column to column.
  for (let round = 0; round < Math.min(facts.length, columns.length); round++) {
    let isSettled = true;
    for (const { fact } of facts) {
      if (fact.kind !== "order" || fact.expression.kind !== "column") continue;
      const isBelow = fact.operator.startsWith("<");
      const [low, high] = isBelow
        ? [fact.column, fact.expression.name]
        : [fact.expression.name, fact.column];
      const at = columns.findIndex(({ name }) => name === low);
      const upper = columns.find(({ name }) => name === high)!;
      const narrowed = cutBelow(columns[at]!, upper, fact.operator.length === 1 ? "<" : "<=");
      if (narrowed === columns[at]) continue;
      if (ranged.has(columns[at]!) || columns[at]!.range === undefined) ranged.add(narrowed);
      columns[at] = narrowed;
      isSettled = false;
    }
    if (isSettled) return;
  }
}

function cutBelow(column: Column, { range, dateRange }: Column, operator: "<" | "<="): Column {
  const value = dateRange?.end ?? range?.max;
  const own = column.dateRange?.end ?? column.range?.max;
  if (value === undefined || typeof value !== typeof (own ?? value)) return column;
  const bound = { kind: "bound", column: column.name, operator, value } as const;
  const isTime = column.type.kind === "date" || column.type.kind === "timestamp";
  if (isTime !== (typeof value === "string")) return column;
  const narrowed = isTime ? narrowInstants(column, bound) : narrowNumbers(column, bound);
  if (narrowed === null || narrowed === "unused") return column;
  const next = narrowed.dateRange?.end ?? narrowed.range?.max;
  return next === own ? column : narrowed;
}

function unchanged(schema: ExperimentSchema): HonouredChecks {
  return { schema, findings: [], rowFacts: new Map(), textFacts: new Map(), ranged: new Set() };
}

/** A fact about one column, and the check it is from. */
export interface ColumnFact {
  readonly fact: Exclude<CheckFact, { kind: "order" | "derived" }>;
  readonly check: Check;
}

interface GatheredFacts {
  readonly byColumn: Map<string, ColumnFact[]>;
  readonly rowFacts: RowFact[];
  /** Checks, or parts of them, by their texts; nothing where it is not known what one says. */
  readonly unused: Map<string, Expression | undefined>;
}

function gatherFacts({ checks = [] }: Table): GatheredFacts {
  const gathered: GatheredFacts = { byColumn: new Map(), rowFacts: [], unused: new Map() };
  for (const check of checks) {
    if (check.rule === undefined) {
      gathered.unused.set(check.text, undefined);
      continue;
    }
    const { facts, unused } = checkFacts(check.rule);
    for (const part of unused) {
      gathered.unused.set(renderExpression(part, { engine: "postgres" }), part);
    }
    for (const fact of facts) {
      if (fact.kind === "order" || fact.kind === "derived") gathered.rowFacts.push({ fact, check });
      else {
        const known = gathered.byColumn.get(fact.column) ?? [];
        gathered.byColumn.set(fact.column, [...known, { fact, check }]);
      }
    }
  }
  return gathered;
}
