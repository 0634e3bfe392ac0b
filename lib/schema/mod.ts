/**
 * What an experiment is: types, tables, keys, and the JSON they are written in.
 *
 * @module
 */
export { addSurrogateKey, type SurrogateKey } from "./add_surrogate_key.ts";
export { type Check, columnNamed, readCheck } from "./check.ts";
export { childCountBounds } from "./child_count_bounds.ts";
export type { Distribution, WeightedValue } from "./distribution.ts";
export type {
  Column,
  ColumnRule,
  Dialect,
  ExperimentSchema,
  ForeignKey,
  Table,
} from "./experiment_schema.ts";
export { findColumn } from "./find_column.ts";
export { findJsonFault, type JsonFault } from "./find_json_fault.ts";
export { compareSchemas, type FieldChange, type SchemaChange } from "./compare_schemas.ts";
export { keepTuning, type KeepTuningOptions } from "./keep_tuning.ts";
export { findTable, tablesByName } from "./find_table.ts";
export { formatSchema } from "./format_schema.ts";
export { jsonSchema } from "./json_schema.ts";
export { keyIdentity, keysOf } from "./keys_of.ts";
export { SCHEMA_LIMITS } from "./limits.ts";
export { type Locale, LOCALES } from "./locale.ts";
export type { LogicalKind, LogicalType } from "./logical_type.ts";
export { type ExperimentName, parseExperimentName } from "./parse_experiment_name.ts";
export { type CheckFact, type CheckFacts, checkFacts } from "./rules/check_facts.ts";
export {
  type CompareOperator,
  type DurationUnit,
  type Expression,
  type FunctionName,
  partsOf,
} from "./rules/expression.ts";
export { resolveColumn, type ResolvedColumn } from "./rules/resolve_column.ts";
export { mapColumns } from "./rules/map_expression.ts";
export { type ParsedExpression, parseExpression } from "./rules/parse_expression.ts";
export { renderExpression, type RenderOptions } from "./rules/render_expression.ts";
export { type ParsedPattern, parsePattern, type PatternForm } from "./pattern/parse_pattern.ts";
export { type DataTypeResult, parseDataType } from "./parse_data_type.ts";
export type { PerParent } from "./per_parent.ts";
export { parseSchema } from "./parse_schema.ts";
export { type ParseSchemaOptions, parseSchemaValue } from "./parse_schema_value.ts";
export { parseYaml, type YamlText } from "./parse_yaml.ts";
export { parseYamlSchema } from "./parse_yaml_schema.ts";
export { plainName } from "./plain_name.ts";
export { renderType } from "./render_type.ts";
export { schemaHash } from "./schema_hash.ts";
export { schemaToJson } from "./schema_to_json.ts";
export { type BrokenReference, type Topology, topology } from "./topology.ts";
export { validateSchema } from "./validate_schema.ts";
export { type RuleBounds, ruleBounds } from "./rules/rule_bounds.ts";
export { MIRRORED_OPERATOR } from "./rules/mirrored_operator.ts";
