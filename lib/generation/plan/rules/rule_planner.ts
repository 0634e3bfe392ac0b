import {
  type Column,
  type Expression,
  partsOf,
  renderType,
  resolveColumn,
  type Table,
} from "../../../schema/mod.ts";
import type { Domain } from "../../domains/domain.ts";
import { inferRules } from "../../infer/infer_rules.ts";
import type { ColumnRole } from "../keys/table_roles.ts";
import { isMetByRules } from "../checks/is_met_by_rules.ts";
import type { PlanContext } from "../plan_context.ts";
import { checkRules } from "./check_rules.ts";
import { chooseSource } from "../choose_source.ts";
import { defaultRule } from "./default_rule.ts";
import { domainBounds } from "./domain_bounds.ts";
import { isDistinctRule } from "./is_distinct_rule.ts";
import { type PlannedRule, planRule } from "./plan_rule.ts";
import type { RuleScope } from "./compiler.ts";
import { RuleRefusal } from "./rule_refusal.ts";
import type { RuleSource } from "./rule_source.ts";
import { spellDefault } from "./spell_default.ts";
import { type Typed, valueTypeOf } from "./value_type.ts";

/** What rules ask of the planner of columns. */
interface Columns {
  role(table: Table, column: Column): ColumnRole;
  domain(table: Table, column: Column): Domain;
  hasNulls(table: Table, column: Column): boolean;
  isReferenced(column: Column): boolean;
}

/** Each node holds an array of a page's values while its column is made. */
const NODE_COUNT_MAX = 400;

/** Decides which columns have rules, and compiles these. */
export class RulePlanner {
  readonly #context: PlanContext;
  readonly #columns: Columns;
  readonly #sources = new Map<Table, ReadonlyMap<string, RuleSource>>();
  readonly #planned = new Map<Column, PlannedRule | null | "under way">();
  /** Nodes of every rule, those of the rules it rests on included. */
  readonly #nodeCounts = new Map<Column, number>();

  constructor(context: PlanContext, columns: Columns) {
    this.#context = context;
    this.#columns = columns;
  }

  /** The rule of a column, or null when it has none, or none that can be. */
  plan(table: Table, column: Column): PlannedRule | null {
    const known = this.#planned.get(column);
    if (known === "under way") throw new RuleRefusal("it goes round in a circle");
    if (known !== undefined) return known;
    const source = this.#sourceOf(table, column);
    if (source === null) return null;
    this.#planned.set(column, "under way");
    const planned = this.#compile(source, table, column);
    this.#planned.set(column, planned);
    return planned;
  }

  /** The share of NULLs beside those of the rule; null when the column's own rate counts. */
  nullRate(table: Table, column: Column): number | null {
    if (column.nullRate !== undefined) return null;
    const source = this.#sourceOf(table, column);
    const saysNull = source !== null &&
      partsOf(source.expression).some((part) => part.kind === "literal" && part.value === null);
    return saysNull ? 0 : null;
  }

  #compile(source: RuleSource, table: Table, column: Column): PlannedRule | null {
    try {
      const role = this.#columns.role(table, column);
      if (role.kind !== "free") this.#requireDistinct(source, role);
      const planned = planRule(source, { column, scope: this.#scope(table, column) });
      const count = (this.#nodeCounts.get(column) ?? 0) + planned.plan.nodes.length;
      this.#nodeCounts.set(column, count);
      if (count <= NODE_COUNT_MAX) return planned;
      throw new RuleRefusal("it rests on too many other rules");
    } catch (error) {
      if (!(error instanceof RuleRefusal)) throw error;
      this.#report(error, source, { table, column });
      return null;
    }
  }

  #requireDistinct({ expression }: RuleSource, role: ColumnRole): void {
    if (role.kind === "distinct" && isDistinctRule(expression)) return;
    throw new RuleRefusal(
      role.kind === "distinct"
        ? "the column is unique, and nothing makes sure that no two rows are alike; " +
          "put row_number() between characters that no other part has"
        : "a key decides the column",
    );
  }

  /** What was concluded and does not fit is no rule; what was asked for is refused. */
  #report(
    { message: reason }: RuleRefusal,
    { origin, text, check }: RuleSource,
    { table, column }: { readonly table: Table; readonly column: Column },
  ): void {
    const at = { table: table.name, column: column.name, rule: text, reason };
    if (origin === "asked") this.#context.report("PLAN_RULE_IMPOSSIBLE", at, table, column.name);
    if (check === undefined) return;
    this.#context.report("PLAN_CHECK_UNUSED", { table: table.name, check }, table);
  }

  #sourceOf(table: Table, column: Column): RuleSource | null {
    let sources = this.#sources.get(table);
    if (sources === undefined) {
      sources = this.#gather(table);
      this.#sources.set(table, sources);
    }
    return sources.get(column.name) ?? null;
  }

  #gather(table: Table): ReadonlyMap<string, RuleSource> {
    const sources = new Map<string, RuleSource>();
    for (const column of table.columns) {
      if (column.rule === undefined) continue;
      const { text, expression } = column.rule;
      sources.set(column.name, { origin: "asked", text, expression });
    }
    const isFree = (column: Column) =>
      !sources.has(column.name) && column.identity === undefined &&
      !this.#columns.isReferenced(column) && this.#columns.role(table, column).kind === "free";
    const facts = this.#context.checks.rowFacts.get(table) ?? [];
    const highest = (column: Column) => this.#highest(table, column);
    const asked = new Map(sources);
    const restsOn = (column: Column, other: Column) =>
      this.#restsOn(asked, { column, other, table });
    const checked = checkRules(table, { facts, isFree, restsOn, highest });
    for (const { text, rule } of checked.unused) {
      if (rule !== undefined && isMetByRules(rule, table)) continue;
      this.#context.report("PLAN_CHECK_UNUSED", { table: table.name, check: text }, table);
    }
    const role = (column: Column) => this.#columns.role(table, column).kind;
    const inferred = inferRules(table, { schema: this.#context.schema, role });
    for (const column of table.columns) {
      const rule = isFree(column)
        ? checked.rules.get(column.name) ?? this.#defaultRule(table, column)
        : null;
      if (rule !== null) sources.set(column.name, rule);
    }
    this.#tellUnusedDefaults(table, sources);
    for (const [name, rule] of inferred) if (!sources.has(name)) sources.set(name, rule);
    return sources;
  }

  #defaultRule(table: Table, column: Column): RuleSource | null {
    const rule = defaultRule(column);
    const isListed = column.distribution !== undefined || column.type.kind !== "string";
    return rule === null || isListed
      ? rule
      : spellDefault(rule, chooseSource(this.#context, table, column).source);
  }

  /** Whether the rules of a table lead from one of its columns to another. */
  #restsOn(
    sources: ReadonlyMap<string, RuleSource>,
    { column, other, table }: {
      readonly column: Column;
      readonly other: Column;
      readonly table: Table;
    },
  ): boolean {
    const seen = new Set([column]);
    for (const each of seen) {
      const source = sources.get(each.name);
      for (const part of source === undefined ? [] : partsOf(source.expression)) {
        if (part.kind !== "column") continue;
        const found = resolveColumn(part, table, this.#context.schema);
        if (found.kind === "own") seen.add(found.column);
      }
    }
    return seen.has(other);
  }

  /** A share that was asked for and cannot be given. */
  #tellUnusedDefaults(table: Table, sources: ReadonlyMap<string, RuleSource>): void {
    for (const column of table.columns) {
      if ((column.defaultShare ?? 0) === 0) continue;
      const rule = defaultRule(column);
      if (rule !== null && sources.get(column.name)?.text === rule.text) continue;
      const at = { table: table.name, column: column.name };
      this.#context.report("PLAN_DEFAULT_UNUSED", at, table, column.name);
    }
  }

  #highest(table: Table, column: Column): number {
    const { max } = domainBounds(this.#columns.domain(table, column), this.#context.pools);
    return column.type.kind === "decimal" ? max / 10 ** column.type.scale : max;
  }

  #scope(table: Table, column: Column): RuleScope {
    const context = this.#context;
    return {
      rowCount: context.rowCount(table),
      key: (purpose) => context.key(table, column.name, purpose),
      generated: () => ({ node: { kind: "generated" }, ...this.#drawn(table, column) }),
      column: (node) => {
        const reached = this.#reach(node, table);
        const below = this.#nodeCounts.get(reached.target) ?? 1;
        this.#nodeCounts.set(column, (this.#nodeCounts.get(column) ?? 0) + below);
        return reached;
      },
    };
  }

  #reach(
    node: Extract<Expression, { kind: "column" }>,
    table: Table,
  ): ReturnType<RuleScope["column"]> & { readonly target: Column } {
    const found = resolveColumn(node, table, this.#context.schema);
    if (found.kind === "own") {
      const described = this.#describe(table, found.column);
      return { node: nodeOf(table, found.column, null), target: found.column, ...described };
    }
    if (found.kind !== "parent") throw new RuleRefusal(`'${node.name}' is no column`);
    const { column, table: parent, foreignKey } = found;
    const via = foreignKey.columns
      .map((name) => table.columns.find((each) => each.name.toLowerCase() === name.toLowerCase())!)
      .find((each) => {
        const role = this.#columns.role(table, each);
        return role.kind === "foreign" && role.reference.foreignKey === foreignKey;
      });
    if (via === undefined) {
      throw new RuleRefusal(
        `the columns that lead to '${parent.name}' take their values elsewhere`,
      );
    }
    const described = this.#describe(parent, column);
    const nullable = described.nullable || this.#columns.hasNulls(table, via);
    return { node: nodeOf(parent, column, via), target: column, ...described, nullable };
  }

  #describe(table: Table, column: Column): Omit<Typed, "at"> {
    const rule = this.plan(table, column);
    const hasNulls = this.#columns.hasNulls(table, column);
    if (rule === null) return { ...this.#drawn(table, column), nullable: hasNulls };
    const { literal: _, ...reach } = rule.reach;
    return { ...reach, nullable: hasNulls || reach.nullable };
  }

  /** What a column holds by nature, without rule and NULLs. */
  #drawn(table: Table, column: Column): Omit<Typed, "at"> {
    const type = valueTypeOf(column.type);
    if (type === null) {
      throw new RuleRefusal(
        `rules do not reach '${column.name}', which is ${renderType(column.type)}`,
      );
    }
    const domain = this.#columns.domain(table, column);
    return { type, nullable: false, ...domainBounds(domain, this.#context.pools) };
  }
}

function nodeOf(table: Table, column: Column, via: Column | null) {
  return {
    kind: "column",
    table: table.name,
    column: column.name,
    via: via?.name ?? null,
  } as const;
}
