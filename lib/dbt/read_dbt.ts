import { type Diagnostic, DwSimError, type Place } from "../errors/mod.ts";
import { parseYaml, type YamlText } from "../schema/mod.ts";
import {
  type PromiseContext,
  readConstraint,
  type ReadPromise,
  readTest,
} from "./_read_promise.ts";
import { arrayOf, type Fields, isRecord, textOf } from "./_values.ts";
import type { DbtColumn, DbtTable, PromiseAt } from "./promise.ts";

/** A property file of dbt. */
export interface DbtFile {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
}

/** What property files say of tables. */
export interface DbtProperties {
  readonly tables: readonly DbtTable[];
  /** Tests that say nothing to us, by name. */
  readonly skippedCounts: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads property files of dbt 1.x: models, sources, seeds and snapshots with their columns, tests
 * and constraints. What else stands in them is dbt's affair.
 *
 * @param files The files; relationships may lead from one to another.
 * @returns What they say, with the place of everything.
 * @throws DwSimError YAML_UNREADABLE, YAML_TOO_LARGE, DBT_NOTHING.
 */
export async function readDbt(files: readonly DbtFile[]): Promise<DbtProperties> {
  const reading = new Reading();
  for (const { name, text } of files) {
    const before = reading.tables.length;
    reading.read(await parseYaml(text, { source: name }), name);
    if (reading.tables.length === before) throw new DwSimError("DBT_NOTHING", { source: name });
  }
  const { tables, skippedCounts, diagnostics } = reading;
  return { tables, skippedCounts, diagnostics };
}

type Path = readonly (string | number)[];

/** Where in which file the reading stands. */
interface Spot {
  readonly yaml: YamlText;
  readonly source: string;
  readonly path: Path;
}

const LISTS = [["models", "model"], ["seeds", "seed"], ["snapshots", "snapshot"]] as const;

class Reading {
  readonly tables: DbtTable[] = [];
  readonly skippedCounts = new Map<string, number>();
  readonly diagnostics: Diagnostic[] = [];

  read(yaml: YamlText, source: string): void {
    const { value } = yaml;
    if (!isRecord(value)) return;
    for (const [list, kind] of LISTS) {
      for (const [i, each] of arrayOf(value[list]).entries()) {
        this.#table(each, { kind, spot: { yaml, source, path: [list, i] } });
      }
    }
    for (const [i, group] of arrayOf(value.sources).entries()) {
      if (!isRecord(group)) continue;
      const sourceName = textOf(group.name);
      for (const [j, each] of arrayOf(group.tables).entries()) {
        const spot = { yaml, source, path: ["sources", i, "tables", j] };
        this.#table(each, { kind: "source", spot, ...sourceName !== undefined && { sourceName } });
      }
    }
  }

  #table(
    value: unknown,
    { kind, spot, sourceName }: Pick<DbtTable, "kind" | "sourceName"> & { readonly spot: Spot },
  ): void {
    const name = isRecord(value) ? textOf(value.name) : undefined;
    if (!isRecord(value) || name === undefined) return;
    const promises: PromiseAt[] = this.#promises(value, { column: null, spot });
    const columns = arrayOf(value.columns).flatMap((each, i): DbtColumn[] => {
      const column = isRecord(each) ? textOf(each.name) : undefined;
      if (!isRecord(each) || column === undefined) return [];
      const at = { ...spot, path: [...spot.path, "columns", i] };
      promises.push(...this.#promises(each, { column, spot: at }));
      const dataType = textOf(each.data_type);
      return [{
        ...{ name: column, place: placeOf(at, "name"), ...described(each) },
        ...dataType !== undefined && { dataType },
      }];
    });
    const config = isRecord(value.config) ? value.config : {};
    const tableName = textOf(value.identifier) ?? textOf(value.alias) ?? textOf(config.alias);
    this.tables.push({
      ...{ kind, name, tableName: tableName ?? name, columns, promises, ...described(value) },
      ...sourceName !== undefined && { sourceName },
      place: placeOf(spot, "name"),
    });
  }

  #promises(
    value: Fields,
    { column, spot }: Pick<PromiseContext, "column"> & { readonly spot: Spot },
  ): PromiseAt[] {
    const readers = [
      ["tests", readTest],
      ["data_tests", readTest],
      ["constraints", readConstraint],
    ] as const;
    return readers.flatMap(([list, read]) =>
      arrayOf(value[list]).flatMap((each, i) =>
        this.#taken(read(each, { column, place: placeOf(spot, list, i) }))
      )
    );
  }

  #taken(read: ReadPromise): readonly PromiseAt[] {
    if ("promise" in read) return [read.promise];
    if ("finding" in read) this.diagnostics.push(read.finding);
    else this.skippedCounts.set(read.skipped, (this.skippedCounts.get(read.skipped) ?? 0) + 1);
    return [];
  }
}

/** A description that a macro makes is not there yet. */
function described({ description }: Fields): { readonly description?: string } {
  const text = textOf(description)?.trim();
  return text === undefined || /\{\{|\{%/.test(text) ? {} : { description: text };
}

function placeOf({ yaml, source, path }: Spot, ...inside: Path): Place {
  return { source, span: yaml.spanAt([...path, ...inside]) };
}
