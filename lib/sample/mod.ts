/**
 * Files of data in, experiment schema out: what their rows have in common, and not the rows.
 *
 * @module
 */
export { type InferredSchema, inferSchema, type InferSchemaOptions } from "./infer_schema.ts";
export { listSampleTables } from "./list_sample_tables.ts";
