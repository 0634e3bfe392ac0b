/**
 * Warehouse DDL in, experiment schema out, with findings that say where and why; and the way
 * back.
 *
 * @module
 */
export {
  type DdlImport,
  importDdl,
  type ImportOptions,
  TARGET_ROWS_DEFAULT,
} from "./import_ddl.ts";
export { describeTypes, type TypeDescription } from "./describe_types.ts";
export { DDL_LIMITS } from "./limits.ts";
export { type DdlSource, renderDiagnostic } from "./render_diagnostic.ts";
export {
  type DdlDialect,
  type DdlOptions,
  type DdlPurpose,
  type DdlStatement,
  ddlStatements,
  type LoadDialect,
  loadScript,
  type LoadScriptOptions,
  type NameWriter,
  nameWriter,
  originalTables,
  WRITE_DIALECTS,
  writeDdl,
} from "./write/mod.ts";
