/**
 * Property files of dbt in, a schema that keeps what they promise out.
 *
 * @module
 */
export { type DbtMerge, mergeDbt } from "./merge_dbt.ts";
export { type DbtFile, type DbtProperties, readDbt } from "./read_dbt.ts";
