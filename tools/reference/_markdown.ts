/** What stands in a cell of a table, on one line and with its bars kept. */
export function cell(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\|/g, "\\|").trim();
}

/** A table with a header. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return line(header) + line(header.map(() => "---")) + rows.map(line).join("");
}

/** The first lines of a page that nobody writes by hand. */
export function head(title: string, source: string): string {
  return `# ${title}\n\n<!-- Made by tools/reference/make_references.ts from ${source}. Do not edit. -->\n\n`;
}
