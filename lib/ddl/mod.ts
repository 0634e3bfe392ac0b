/**
 * Warehouse DDL in, experiment schema out, with findings that say where and why.
 *
 * @module
 */
export {
  type DdlImport,
  importDdl,
  type ImportOptions,
  TARGET_ROWS_DEFAULT,
} from "./import_ddl.ts";
export { type DdlSource, renderDiagnostic } from "./render_diagnostic.ts";
