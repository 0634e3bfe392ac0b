import { CATALOG_ERRORS } from "./errors/catalog.ts";
import { CLI_ERRORS } from "./errors/cli.ts";
import { DBT_ERRORS } from "./errors/dbt.ts";
import { DDL_ERRORS } from "./errors/ddl.ts";
import { EXPORT_ERRORS } from "./errors/export.ts";
import { GENERATION_ERRORS } from "./errors/generation.ts";
import { INTERNAL_ERRORS } from "./errors/internal.ts";
import { QUERY_ERRORS } from "./errors/query.ts";
import { SAMPLE_ERRORS } from "./errors/sample.ts";
import { SCHEMA_ERRORS } from "./errors/schema.ts";
import { STORAGE_ERRORS } from "./errors/storage.ts";
import { WAREHOUSE_ERRORS } from "./errors/warehouse.ts";
import { WEB_ERRORS } from "./errors/web.ts";
import { YAML_ERRORS } from "./errors/yaml.ts";

/** Every error there is, by its permanent code. */
export const ERRORS = {
  ...CATALOG_ERRORS,
  ...CLI_ERRORS,
  ...DBT_ERRORS,
  ...DDL_ERRORS,
  ...EXPORT_ERRORS,
  ...GENERATION_ERRORS,
  ...INTERNAL_ERRORS,
  ...QUERY_ERRORS,
  ...SAMPLE_ERRORS,
  ...SCHEMA_ERRORS,
  ...STORAGE_ERRORS,
  ...WAREHOUSE_ERRORS,
  ...WEB_ERRORS,
  ...YAML_ERRORS,
} as const;
