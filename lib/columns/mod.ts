/**
 * How the values of a column lie in memory on their way from the generator to the file. It is a
 * room of its own so that neither has to know the other.
 *
 * @module
 */
export type { ColumnPage, PageValues } from "./column_page.ts";
export type { Dictionary } from "./dictionary.ts";
