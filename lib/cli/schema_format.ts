import { parseChoice } from "./parse_values.ts";

const FORMATS = ["json", "yaml"] as const;

/**
 * What a schema's file is written in: as the flag says, else as the file's name does.
 *
 * @param file Its path, or `-`.
 * @param flag The value of `--format`.
 * @throws DwSimError CLI_CHOICE.
 */
export function schemaFormat(file: string, flag: string | undefined): typeof FORMATS[number] {
  if (flag !== undefined) return parseChoice(flag, { flag: "--format", choices: FORMATS });
  return /\.ya?ml$/i.test(file) ? "yaml" : "json";
}
