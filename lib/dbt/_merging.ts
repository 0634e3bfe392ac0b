import { type Diagnostic, diagnostic, nearestNames, type Place } from "../errors/mod.ts";
import type { Column, ExperimentSchema, Table } from "../schema/mod.ts";
import type { DbtTable, Relation } from "./promise.ts";

/** A schema while dbt is merged into it, with what was done and found so far. */
export class Merging {
  readonly diagnostics: Diagnostic[] = [];
  /** How much was merged, by what it is. */
  readonly counts = new Map<string, number>();
  readonly #schema: ExperimentSchema;
  readonly #tables: Map<string, Table>;
  readonly #dbtTables: readonly DbtTable[];
  readonly #toldColumns = new Set<string>();

  constructor(schema: ExperimentSchema, dbtTables: readonly DbtTable[]) {
    this.#schema = schema;
    this.#tables = new Map(schema.tables.map((table) => [table.name.toLowerCase(), table]));
    this.#dbtTables = dbtTables;
  }

  get schema(): ExperimentSchema {
    const tables = this.#schema.tables.map(({ name }) => this.#tables.get(name.toLowerCase())!);
    return { ...this.#schema, tables };
  }

  report(finding: Diagnostic): void {
    this.diagnostics.push(finding);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  table(name: string): Table | undefined {
    return this.#tables.get(name.toLowerCase());
  }

  change(table: Table): void {
    this.#tables.set(table.name.toLowerCase(), Object.freeze(table));
  }

  changeColumn(table: Table, column: Column): void {
    const columns = table.columns.map((each) => each.name === column.name ? column : each);
    this.change({ ...table, columns });
  }

  /** The columns of a table by name; null, with one warning a name, if one is not there. */
  columns(table: Table, names: readonly string[], place: Place): readonly Column[] | null {
    const found = names.map((name) => {
      const column = table.columns.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (column === undefined) this.#tellUnknown(table, name, place);
      return column ?? null;
    });
    return found.every((column) => column !== null) ? found : null;
  }

  /** The table a `ref` or `source` leads to, through the name it has in the warehouse. */
  relation({ name, sourceName }: Relation): Table | undefined {
    const described = this.#dbtTables.find((each) =>
      each.name === name && (sourceName === undefined) === (each.kind !== "source") &&
      (sourceName === undefined || each.sourceName === sourceName)
    );
    return this.table(described?.tableName ?? name);
  }

  #tellUnknown({ name: table, columns }: Table, column: string, place: Place): void {
    const told = `${table}.${column}`.toLowerCase();
    if (this.#toldColumns.has(told)) return;
    this.#toldColumns.add(told);
    const near = nearestNames(column, columns.map(({ name }) => name));
    this.report(diagnostic("DBT_COLUMN_UNKNOWN", { table, column, near }, place));
  }
}
