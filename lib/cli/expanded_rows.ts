import type { Paint } from "./paint.ts";
import { textWidth, visible } from "./text_width.ts";

export interface ExpandedOptions {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly paint: Paint;
}

/**
 * Lays out every row as a block of its own, a column a line: nothing is cut, however many columns
 * there are.
 *
 * @returns Lines without a final line break.
 */
export function expandedRows({ titles, rows, paint }: ExpandedOptions): string {
  const names = titles.map(visible);
  const room = Math.max(0, ...names.map(textWidth));
  const blocks = rows.map((row, at) => {
    const head = `─[ ${at + 1} ]`;
    const rule = paint.dim(head + "─".repeat(Math.max(0, room + 8 - head.length)));
    const lines = names.map((name, i) => {
      const space = " ".repeat(room - textWidth(name));
      return `${paint.bold(name)}${space} │ ${valueText(row[i]!, paint)}`;
    });
    return [rule, ...lines].join("\n");
  });
  return blocks.join("\n");
}

function valueText(value: string | null, paint: Paint): string {
  return value === null ? paint.dim("NULL") : visible(value);
}
