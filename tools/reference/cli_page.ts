import { commandHelp } from "../../lib/cli/mod.ts";
import { head } from "./_markdown.ts";

/** The page of commands: the help of each, as it is printed. */
export async function cliPage(): Promise<string> {
  const commands = await commandHelp();
  const sections = commands.map(({ name, help }) => `## ${name}\n\n\`\`\`text\n${help}\n\`\`\`\n`);
  return head("Commands", "the program's own help") +
    "What `--help` prints, for every command. Results go to standard output, everything else to\n" +
    "standard error, so a pipe carries data alone.\n\n" + sections.join("\n");
}
