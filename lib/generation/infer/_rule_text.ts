/** A column's name as a rule writes it. */
export function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RULE_WORDS.has(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

/** What has to be there is there even where what it follows is not. */
export function present(text: string, { isNeeded }: { readonly isNeeded: boolean }): string {
  return isNeeded ? `coalesce(${text}, generated())` : text;
}

/** Column names that mean something else in a rule. */
const RULE_WORDS = new Set(
  ("all and any array as between case cast date else end false from ilike in is like not null or " +
    "select then time timestamp timestamptz true when where").split(" "),
);
