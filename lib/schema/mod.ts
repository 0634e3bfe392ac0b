/**
 * What an experiment is: types, tables, keys, and the JSON they are written in.
 *
 * @module
 */
export type { Distribution, WeightedValue } from "./distribution.ts";
export type { Column, Dialect, ExperimentSchema, ForeignKey, Table } from "./experiment_schema.ts";
export type { LogicalKind, LogicalType } from "./logical_type.ts";
