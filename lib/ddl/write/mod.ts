/**
 * Experiment schema in, DDL of a warehouse out.
 *
 * @module
 */
export { type DdlOptions, type DdlStatement, ddlStatements } from "./ddl_statements.ts";
export type { DdlPurpose } from "./ddl_writing.ts";
export { WRITE_DIALECTS } from "./dialects/mod.ts";
export { type LoadDialect, loadScript, type LoadScriptOptions } from "./load_script.ts";
export { type NameWriter, nameWriter } from "./name_writer.ts";
export { type OriginalTable, originalTables } from "./original_table.ts";
export type { DdlDialect, WriteDialect } from "./write_dialect.ts";
export { writeDdl } from "./write_ddl.ts";
