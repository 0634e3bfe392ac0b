import { Argument, type Command } from "commander";
import type { CliContext } from "../cli_context.ts";
import { BASH_COMPLETION } from "../bash_completion.ts";
import { examples } from "../command.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** `dw-sim completion`, and the command by which shells ask back. */
export function completion(parent: Command, context: CliContext): void {
  parent.command("completion")
    .description("print a script by which a shell completes commands, flags and names")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText(
      "after",
      examples(
        "dw-sim completion bash > ~/.local/share/bash-completion/completions/dw-sim",
        "dw-sim completion zsh > ~/.zfunc/_dw-sim",
        "dw-sim completion fish > ~/.config/fish/completions/dw-sim.fish",
      ),
    )
    .action(async (shell: string) => {
      if (shell === "bash") return context.out.print(BASH_COMPLETION);
      const { default: tab } = await import("@bomb.sh/tab");
      tab.setup("dw-sim", "dw-sim", shell);
    });
  parent.command("complete", { hidden: true })
    .argument("[words...]", "the line so far")
    .addHelpText("after", examples("dw-sim complete -- experiment show ''"))
    .action(async (words: readonly string[]) => {
      const { completeWords } = await import("../complete_words.ts");
      await completeWords(parent, { words, context });
    });
}
