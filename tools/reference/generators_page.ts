import { GENERATORS } from "../../lib/generation/mod.ts";
import { head, table } from "./_markdown.ts";

/** The page of generators: what each makes, for which types, and its other names. */
export function generatorsPage(): string {
  const rows = GENERATORS.map(({ name, summary, produces, aliases }) => [
    `\`${name}\``,
    summary,
    produces.join(", "),
    aliases.map((alias) => `\`${alias}\``).join(", "),
  ]);
  return head("Generators", "the files of lib/generation/generators/catalogue") +
    `${GENERATORS.length} rules for values. Name one as \`faker_rule\` of a column; an import picks them by the\n` +
    "names of columns. Names of Faker-JS and of Python's Faker mean the same here. Look at values\n" +
    "with `dw-sim generators NAME`.\n\n" +
    table(["Name", "Makes", "For columns of", "Other names"], rows);
}
