import { type Column, findColumn, renderType, type Table } from "../../schema/mod.ts";
import type { Domain } from "../domains/domain.ts";
import type { OrdinalPlan } from "../ordinals/ordinal_plan.ts";
import type { GeneratorName } from "../generators/registry_gen.ts";
import { CODE_COUNTS, codesInWords } from "../infer/code_rows.ts";
import { saysNothing } from "../infer/says_nothing.ts";
import { chooseSource } from "./choose_source.ts";
import { convertDomain } from "./convert_domain.ts";
import type { Fit, FitRequest } from "./fit/fit.ts";
import { fitSource } from "./fit/fit_source.ts";
import { assignRoles } from "./keys/assign_roles.ts";
import { referenceScope } from "./keys/reference_scope.ts";
import type { ColumnRole, Reference, TableRoles } from "./keys/table_roles.ts";
import type { PlanContext } from "./plan_context.ts";
import type { ColumnPlan, NullPlan } from "./plan_types.ts";
import { nullRate } from "./null_rate.ts";
import { isOfCalendar, planDay } from "./plan_day.ts";
import { type PlaceGroup, placeGroups, tellsCountry } from "./places/place_group.ts";
import { planPlace } from "./places/plan_place.ts";
import { RulePlanner } from "./rules/rule_planner.ts";

/** How a column's values are made, its NULLs aside. */
interface Making {
  readonly ordinal: OrdinalPlan;
  readonly domain: Domain;
  readonly generator?: string;
}

/** Plans columns one by one; a foreign column asks for its parent's, so that chains work out. */
export class ColumnPlanner {
  readonly #context: PlanContext;
  readonly #roles = new Map<Table, TableRoles>();
  readonly #makings = new Map<Column, Making | "under way">();
  readonly #referenced: ReadonlySet<Column>;
  readonly #rules: RulePlanner;
  readonly #places = new Map<Table, readonly PlaceGroup[]>();

  constructor(context: PlanContext) {
    this.#context = context;
    this.#referenced = referencedColumns(context);
    this.#rules = new RulePlanner(context, {
      role: (table, column) => this.#role(table, column),
      domain: (table, column) => this.#making(table, column).domain,
      hasNulls: (table, column) => this.#nulls(table, column) !== null,
      isReferenced: (column) => this.#referenced.has(column),
    });
  }

  plan(table: Table, column: Column): ColumnPlan {
    const making = this.#making(table, column);
    const { name, type, nullable } = column;
    const role = this.#role(table, column);
    const rule = this.#rules.plan(table, column)?.plan;
    return {
      ...{ name, type, nullable, ...making, nulls: this.#nulls(table, column) },
      ...role.kind === "foreign" && {
        parent: this.#context.table(role.reference.foreignKey.referencesTable).name,
      },
      ...rule !== undefined && { rule },
    };
  }

  #role(table: Table, column: Column): ColumnRole {
    let roles = this.#roles.get(table);
    if (roles === undefined) {
      roles = assignRoles(this.#context, table);
      this.#roles.set(table, roles);
    }
    return roles.get(column.name.toLowerCase()) ?? { kind: "free" };
  }

  #making(table: Table, column: Column): Making {
    const known = this.#makings.get(column);
    if (known === "under way") {
      const at = { table: table.name, column: column.name };
      this.#context.report("PLAN_KEY_CIRCLE", at, table, column.name);
      return NOTHING;
    }
    if (known !== undefined) return known;
    this.#makings.set(column, "under way");
    const making = this.#make(table, column, this.#role(table, column));
    this.#makings.set(column, making);
    return making;
  }

  #make(table: Table, column: Column, role: ColumnRole): Making {
    const day = role.kind === "free" || role.kind === "distinct"
      ? planDay(this.#context, table, column)
      : null;
    if (day !== null) return day;
    switch (role.kind) {
      case "foreign":
        return this.#makeForeign(column, role);
      case "distinct":
        return this.#makeDistinct(table, column);
      case "component": {
        const { domain, generator } = this.#fit(table, column, role.count);
        return { domain, generator, ordinal: role.ordinal };
      }
      case "free":
        return this.#makePlace(table, column) ?? this.#fit(table, column, null);
      case "void":
        return this.#fit(table, column, null);
    }
  }

  /** What a row tells of a place belongs together. */
  #makePlace(table: Table, column: Column): Making | null {
    let groups = this.#places.get(table);
    if (groups === undefined) {
      const isOpen = (each: Column) =>
        saysNothing(each) && this.#role(table, each).kind === "free" && !this.#referenced.has(each);
      // Towns of one country are those of the United States; other countries have their own lists.
      groups = placeGroups(table, isOpen).filter((each) =>
        (this.#context.schema.locale ?? "en") === "en" || tellsCountry(each)
      );
      this.#places.set(table, groups);
    }
    const group = groups.find(({ fields }) => fields.has(column));
    return group === undefined ? null : planPlace(this.#context, { table, column, group });
  }

  #makeForeign(
    column: Column,
    { reference, position }: { reference: Reference; position: number },
  ): Making {
    const { referencesTable, referencesColumns } = reference.foreignKey;
    const parent = this.#context.table(referencesTable);
    const parentColumn = findColumn(parent, referencesColumns[position]!);
    const { ordinal, domain } = this.#making(parent, parentColumn);
    return {
      ordinal: through(reference.pick!, ordinal),
      domain: convertDomain(domain, { from: parentColumn.type, to: column.type }),
    };
  }

  #makeDistinct(table: Table, column: Column): Making {
    const rows = Math.max(1, this.#context.rowCount(table));
    const { domain, generator, count } = this.#fit(table, column, rows);
    this.#tellMadeUp(table, { column, generator, rows });
    if (column.distribution !== undefined && column.distribution.kind !== "uniform") {
      const at = { table: table.name, column: column.name };
      this.#context.report("PLAN_DISTRIBUTION_UNUSED", at, table, column.name);
    }
    if (isCounted(table, column)) return { domain, generator, ordinal: { kind: "row" } };
    const key = this.#context.key(table, column.name, "order");
    return { domain, generator, ordinal: { kind: "permuted", count, key } };
  }

  /** Codes of which there are fewer than rows get characters behind them, which are no codes. */
  #tellMadeUp(
    table: Table,
    { column, generator, rows }: {
      readonly column: Column;
      readonly generator: string | undefined;
      readonly rows: number;
    },
  ): void {
    const countMax = CODE_COUNTS[generator as GeneratorName];
    if (countMax === undefined || rows <= countMax) return;
    const codes = codesInWords(generator!);
    const detail = { table: table.name, column: column.name, needed: rows, codes, countMax };
    this.#context.report("PLAN_CODES_MADE_UP", detail, table, column.name);
  }

  #fit(table: Table, column: Column, distinct: number | null): Making & { count: number } {
    const context = this.#context;
    const { source, generator } = chooseSource(context, table, column);
    const key = (purpose: string) => context.key(table, column.name, purpose);
    const request: FitRequest = { context, table, column, distinct, key };
    const fit = fitSource(source, request);
    switch (fit.kind) {
      case "drawn":
        return { domain: fit.domain, ordinal: fit.ordinal, generator, count: 0 };
      case "distinct":
        return { domain: fit.domain, ordinal: { kind: "row" }, generator, count: fit.count };
      case "shortage":
        this.#reportShortage(fit, request);
        return { ...NOTHING, generator, count: Math.max(1, distinct ?? 1) };
    }
  }

  #reportShortage({ countMax }: Extract<Fit, { kind: "shortage" }>, request: FitRequest): void {
    const { table, column, distinct } = request;
    if (distinct === null) return;
    const type = renderType(column.type);
    const detail = { table: table.name, column: column.name, needed: distinct, type, countMax };
    this.#context.report("PLAN_TOO_FEW_VALUES", detail, table, column.name);
  }

  #nulls(table: Table, column: Column): NullPlan | null {
    const role = this.#role(table, column);
    const context = this.#context;
    if (role.kind === "void") return { rate: 1, key: [0, 0], first: false };
    if (this.#referenced.has(column)) {
      if ((column.nullRate ?? 0) > 0) {
        const at = { table: table.name, column: column.name };
        context.report("PLAN_NULLS_UNUSED", at, table, column.name);
      }
      return null;
    }
    if (column.nullRate === undefined && isOfCalendar(table, column)) return null;
    const foreign = role.kind === "foreign" ? role.reference : null;
    const rate = this.#rules.nullRate(table, column) ??
      nullRate(context, { table, column, foreign });
    if (rate === 0) return null;
    // All columns of a reference draw the same lot: it is NULL as a whole or not at all.
    const scope = foreign === null ? [column.name, "null"] : referenceScope(foreign, "null");
    const key = context.key(table, ...scope);
    const pick = foreign?.pick;
    if (pick?.kind === "family") return { rate, key, first: false, family: pick.family };
    return { rate, key, first: isSelf(context, table, foreign) };
  }
}

const NOTHING: Making = {
  ordinal: { kind: "row" },
  domain: { kind: "affine", start: 0, step: 0, count: 1, divisor: 1 },
};

/** The parent's ordinal at the picked row; where that is the row itself, the pick says it all. */
function through(first: OrdinalPlan, then: OrdinalPlan): OrdinalPlan {
  return then.kind === "row" ? first : { kind: "through", first, then };
}

/** Identities, and integer keys that carry no meaning, are counted up; other unique values are mixed. */
function isCounted(table: Table, { name, type, identity, range }: Column): boolean {
  if (identity !== undefined) return true;
  const isNumber = type.kind === "integer" || type.kind === "decimal";
  const isPrimary = table.primaryKey.length === 1 &&
    table.primaryKey[0]!.toLowerCase() === name.toLowerCase();
  return isNumber && (isPrimary || (range === undefined && /(^|_)(id|key|sk)$/i.test(name)));
}

function isSelf(context: PlanContext, table: Table, reference: Reference | null): boolean {
  return reference !== null && context.table(reference.foreignKey.referencesTable) === table;
}

function referencedColumns(context: PlanContext): Set<Column> {
  const columns = new Set<Column>();
  for (const { foreignKeys } of context.schema.tables) {
    for (const { referencesTable, referencesColumns } of foreignKeys) {
      const parent = context.table(referencesTable);
      for (const name of referencesColumns) columns.add(findColumn(parent, name));
    }
  }
  return columns;
}
