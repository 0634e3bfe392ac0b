import { readExperiment } from "./_read_experiment.ts";
import type { AppContext } from "./app_context.ts";

/** How the tables of an experiment hang together. */
export interface Lineage {
  readonly experiment: string;
  readonly tables: readonly string[];
  readonly references: readonly LineageReference[];
}

/** A foreign key, from the table that has it to the one it leads to. */
export interface LineageReference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly referencesTable: string;
  readonly referencesColumns: readonly string[];
}

/**
 * Reads the foreign keys of an experiment as a graph.
 *
 * @throws DwSimError EXPERIMENT_NOT_FOUND.
 */
export function showLineage(context: AppContext, name: string): Lineage {
  const { record, schema } = readExperiment(context, name);
  const references = schema.tables.flatMap((table) =>
    table.foreignKeys.map(({ columns, referencesTable, referencesColumns }) => ({
      ...{ table: table.name, columns, referencesTable, referencesColumns },
    }))
  );
  return { experiment: record.name, tables: schema.tables.map((table) => table.name), references };
}

/** Writes a graph in the DOT language of Graphviz: parents above their children. */
export function lineageDot({ experiment, tables, references }: Lineage): string {
  const lines = [
    `digraph ${quoted(experiment)} {`,
    "  node [shape=box];",
    ...tables.map((table) => `  ${quoted(table)};`),
    ...references.map(({ table, columns, referencesTable }) =>
      `  ${quoted(referencesTable)} -> ${quoted(table)} [label=${quoted(columns.join(", "))}];`
    ),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Spec: graphviz.org/doc/info/lang.html; in quotes only the quote, and a backslash, matter. */
function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
