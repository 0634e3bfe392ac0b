import { type Diagnostic, DwSimError } from "../errors/mod.ts";
import { parsePath } from "./_json_path.ts";
import type { ExperimentSchema } from "./experiment_schema.ts";
import { type ParseSchemaOptions, parseSchemaValue } from "./parse_schema_value.ts";
import { parseYaml, type YamlText } from "./parse_yaml.ts";

/**
 * Reads an experiment schema from YAML: the same fields as in JSON.
 *
 * @param text The text of a file.
 * @param options What to call it in messages.
 * @returns The schema, coherent and frozen.
 * @throws {DwSimError} YAML_UNREADABLE, YAML_TOO_LARGE, or SCHEMA_INVALID with every problem, each
 * with its JSON path and its line and column in the YAML.
 */
export async function parseYamlSchema(
  text: string,
  { source }: ParseSchemaOptions,
): Promise<ExperimentSchema> {
  const yaml = await parseYaml(text, { source });
  try {
    return parseSchemaValue(yaml.value, { source });
  } catch (error) {
    if (!(error instanceof DwSimError) || error.code !== "SCHEMA_INVALID") throw error;
    const problems = error.problems.map((problem) => placed(problem, yaml));
    const count = problems.filter(({ severity }) => severity === "error").length;
    throw new DwSimError("SCHEMA_INVALID", { source, count }, { problems, cause: error });
  }
}

function placed(problem: Diagnostic, yaml: YamlText): Diagnostic {
  if (problem.path === undefined) return problem;
  // What is wrong with an unknown field is its name.
  const part = problem.code === "FIELD_UNKNOWN" ? "key" : "value";
  return Object.freeze({ ...problem, span: yaml.spanAt(parsePath(problem.path), part) });
}
