/** Message and hint as sentences; messages of the catalogue end without a stop. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "")
    .map((text) => /[.!?]$/.test(text) ? text : `${text}.`).join(" ");
}
