import type { TypedValues } from "../components/parameter_values.ts";

/** What the browser keeps for the workspace of an experiment: a draft, and nothing that is done. */

/** The text as it was left; null where there is none. */
export function keptText(experiment: string): string | null {
  return read(textKey(experiment));
}

export function keepText(experiment: string, text: string): void {
  write(textKey(experiment), text);
}

/** Values of parameters by their names, whatever text they were typed for. */
export function keptValues(experiment: string): TypedValues {
  try {
    return JSON.parse(read(valuesKey(experiment)) ?? "{}");
  } catch {
    return {};
  }
}

export function keepValues(experiment: string, values: TypedValues): void {
  write(valuesKey(experiment), JSON.stringify(values));
}

function textKey(experiment: string): string {
  return `dw-sim sql text ${experiment}`;
}

function valuesKey(experiment: string): string {
  return `dw-sim sql values ${experiment}`;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What cannot be kept, because there is no room or it is forbidden, is not: nothing else fails. */
function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch { /* see above */ }
}
