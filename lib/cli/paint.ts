/** Paints a text, or leaves it as it is. Spec of the codes: ECMA-48, SGR. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

const COLORED: Paint = {
  bold: (text) => `\x1b[1m${text}\x1b[22m`,
  dim: (text) => `\x1b[2m${text}\x1b[22m`,
  red: (text) => `\x1b[31m${text}\x1b[39m`,
  green: (text) => `\x1b[32m${text}\x1b[39m`,
  yellow: (text) => `\x1b[33m${text}\x1b[39m`,
  cyan: (text) => `\x1b[36m${text}\x1b[39m`,
};

const same = (text: string): string => text;
const PLAIN: Paint = {
  ...{ bold: same, dim: same, red: same, green: same, yellow: same, cyan: same },
};

/** The brushes for a stream: real ones where colours are welcome. */
export function paintFor({ hasColor }: { readonly hasColor: boolean }): Paint {
  return hasColor ? COLORED : PLAIN;
}
