import { head, table } from "./_markdown.ts";

const SOURCES: readonly { readonly title: string; readonly path: string; readonly note: string }[] =
  [
    { title: "Schemas", path: "lib/schema/limits.ts", note: "Beyond them an import is refused." },
    { title: "DDL", path: "lib/ddl/limits.ts", note: "Beyond them a text is not read on." },
    {
      title: "The server",
      path: "lib/web/server_limits.ts",
      note: "Change one with `dw-sim serve --limit name=value`; each has an error code of its own.",
    },
  ];

/**
 * The page of limits: each with its value and what it bounds, as the sources say it.
 *
 * @param root The project's folder.
 */
export async function limitsPage(root: string): Promise<string> {
  const sections = await Promise.all(SOURCES.map(async ({ title, path, note }) => {
    const rows = readLimits(await Deno.readTextFile(`${root}/${path}`));
    return `## ${title}\n\n${note}\n\n${table(["Limit", "Value", "What it bounds"], rows)}`;
  }));
  return head("Limits", "the files of limits in lib") +
    "Every bound there is. Reaching one gives an error of kind `limit`, never a half-made thing.\n\n" +
    sections.join("\n");
}

/** Reads `/** what it bounds *\/ name: value,` out of a source. */
function readLimits(source: string): readonly (readonly string[])[] {
  const entry = /(?:\/\*\* ([^*]+?) \*\/\s*)?^ {2}"?([\w-]+)"?: ([^,\n]+),$/gm;
  return [...source.matchAll(entry)].map(([, meaning, name, value]) => [
    `\`${name}\``,
    readable(value!),
    meaning ?? asWords(name!),
  ]);
}

/** `64 * 1024 ** 2` is told as the number it is; what another file decides, as it stands. */
function readable(expression: string): string {
  if (!/^[\d_ *]+$/.test(expression)) return `as \`${expression}\``;
  const value = expression.replaceAll("_", "").split(/(?<!\*)\*(?!\*)/).reduce(
    (product, factor) => {
      const [base, power = "1"] = factor.split("**").map((part) => part.trim());
      return product * Number(base) ** Number(power);
    },
    1,
  );
  return value.toLocaleString("en-US");
}

/** Names say what they bound where no comment had to. */
function asWords(name: string): string {
  const words = name.replace(/Max$/, "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.replace(/^(\w+) count$/, "$1s").replace(/^./, (letter) => letter.toUpperCase());
}
