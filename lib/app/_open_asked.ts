import { WRITE_DIALECTS } from "../ddl/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { isListType, type QueryDialect, type QueryTable } from "../query/mod.ts";
import { type ExperimentSchema, tablesByName } from "../schema/mod.ts";
import { type OpenRun, openRun } from "./_open_run.ts";
import type { AppContext } from "./app_context.ts";

/** What a text asks about: the tables of one experiment, and those of others that it names. */
export interface AskedTables {
  readonly tables: readonly QueryTable[];
  readonly dialect: QueryDialect;
  /** Whose tables go by their own names; null where the text names all it asks. */
  readonly experimentName: string | null;
}

export interface AskedText {
  readonly sql: string;
  /** May be left out when there is but one, or when the text names its own. */
  readonly experiment?: string | undefined;
  /** By default that of the experiment's schema, and the engine's own where it follows none. */
  readonly dialect?: QueryDialect | undefined;
}

/** Between an experiment's name and a table's in scripts that ask several experiments. */
const SEPARATOR = "__";
/** A name with the separator in it, quoted or not. */
const JOINED_NAMES = /"((?:[^"]|"")*__(?:[^"]|"")*)"|([\p{L}\p{N}_$]+__[\p{L}\p{N}_$]*)/gu;

/**
 * Finds the tables that a text may ask.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND, EXPERIMENT_EMPTY, EXPERIMENT_NOT_NAMED, STORAGE_…
 */
export function openAsked(context: AppContext, asked: AskedText): AskedTables {
  const joined = openJoined(context, asked.sql);
  const name = asked.experiment ?? ownExperiment(context, joined.size > 0);
  const own = name === null ? null : openRun(context, name);
  const first = own ?? [...joined.values()][0]!.run;
  const dialect = asked.dialect ?? first.schema.dialect ?? "duckdb";
  const tables = new Map<string, QueryTable>();
  for (const [alias, { run, table }] of joined) {
    const found = run.tables.find((each) => each.name.toLowerCase() === table);
    if (found !== undefined) tables.set(alias, { name: alias, files: found.files });
  }
  for (const table of own?.tables ?? []) {
    tables.set(table.name.toLowerCase(), {
      ...table,
      columns: columnsOf(own!.schema, table, dialect),
    });
  }
  return { tables: [...tables.values()], dialect, experimentName: name };
}

/** A table of an experiment that a text names together with it. */
interface JoinedTable {
  readonly run: OpenRun;
  readonly table: string;
}

/** The tables a text calls `experiment__table`, by that name; words that only look so are none. */
function openJoined(context: AppContext, sql: string): ReadonlyMap<string, JoinedTable> {
  const found = new Map<string, JoinedTable>();
  if (!sql.includes(SEPARATOR)) return found;
  const experiments = new Map(
    context.catalog.experiments.list().map(({ name }) => [name.toLowerCase(), name]),
  );
  const runs = new Map<string, OpenRun>();
  for (const [, quoted, plain] of sql.matchAll(JOINED_NAMES)) {
    const alias = (quoted?.replaceAll('""', '"') ?? plain!).toLowerCase();
    for (let at = alias.indexOf(SEPARATOR); at >= 0; at = alias.indexOf(SEPARATOR, at + 1)) {
      const name = experiments.get(alias.slice(0, at));
      if (name === undefined) continue;
      const run = runs.get(name) ?? openRun(context, name);
      runs.set(name, run);
      found.set(alias, { run, table: alias.slice(at + SEPARATOR.length) });
    }
  }
  return found;
}

/** The one experiment there is; null where a text names its own. */
function ownExperiment(context: AppContext, hasOthers: boolean): string | null {
  const { length } = context.catalog.experiments.list();
  return hasOthers && length !== 1 ? null : onlyExperiment(context);
}

/**
 * The one experiment there is.
 *
 * @throws DwSimError EXPERIMENT_NOT_NAMED when there are more, or none.
 */
export function onlyExperiment({ catalog }: AppContext): string {
  const names = catalog.experiments.list().map(({ name }) => name);
  if (names.length === 1) return names[0]!;
  throw new DwSimError("EXPERIMENT_NOT_NAMED", { names });
}

/** Digits of a second. */
const MICROSECONDS = 6;

/** As the DDL declared them, and else in the dialect's words. */
function columnsOf(
  schema: ExperimentSchema,
  { name }: QueryTable,
  dialect: QueryDialect,
): NonNullable<QueryTable["columns"]> {
  const { typeText } = WRITE_DIALECTS[dialect];
  const table = tablesByName(schema).get(name.toLowerCase());
  return (table?.columns ?? []).map(({ name, type, nullable, declaredType }) => {
    const declared = schema.dialect === dialect ? declaredType : undefined;
    return {
      name,
      type: declared ?? typeText(type),
      nullable,
      isKey: table!.primaryKey.includes(name),
      isDocument: type.kind === "json" && !isListType(declared ?? ""),
      // No generator makes finer values than these, so that nothing is lost.
      isShortened: dialect !== "duckdb" && type.kind === "timestamp" && !type.zoned &&
        type.precision > MICROSECONDS,
    };
  });
}
