import type { Column, ExperimentSchema, Table } from "../../schema/mod.ts";
import type { RuleSource } from "../plan/rules/rule_source.ts";

export interface InferRulesOptions {
  readonly schema: ExperimentSchema;
  readonly role: (column: Column) => string;
}

export function inferRules(
  _table: Table,
  _options: InferRulesOptions,
): ReadonlyMap<string, RuleSource> {
  return new Map();
}
