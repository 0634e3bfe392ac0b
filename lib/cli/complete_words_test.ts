import assert from "node:assert/strict";

const CLI = new URL("../../cli.ts", import.meta.url).pathname;
const SCHEMA = `{"name": "shop", "tables": [{"name": "t", "target_rows": 1,
  "columns": [{"name": "a", "data_type": "INT"}]}]}`;

/** Lets a real bash complete a line by the script that `completion` prints. */
async function completeInBash(line: readonly string[], folder: string): Promise<readonly string[]> {
  const words = line.map((word) => `'${word}'`).join(" ");
  const script = `
    # Part of bash-completion, which stands in every shell people use and in few containers.
    . /usr/share/bash-completion/bash_completion 2>/dev/null || _get_comp_words_by_ref() {
      words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; prev=
    }
    compopt() { :; }
    source <(dw-sim completion bash)
    COMP_WORDS=(dw-sim ${words}); COMP_CWORD=${line.length}
    COMP_LINE="dw-sim ${line.join(" ")}"; COMP_POINT=\${#COMP_LINE}; COMPREPLY=()
    __dw_sim_complete
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await new Deno.Command("bash", {
    args: ["-c", script],
    env: { DW_SIM_HOME: `${folder}/data`, PATH: `${folder}:${Deno.env.get("PATH")}` },
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).split("\n").filter((word) => word !== "")
    .map((word) => word.split(/\s{2,}|\t/)[0]!);
}

Deno.test("bash completes commands, flags and the names of experiments", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const start = `#!/bin/sh\nexec '${Deno.execPath()}' run -q -A --no-check '${CLI}' "$@"\n`;
    await Deno.writeTextFile(`${folder}/dw-sim`, start, { mode: 0o755 });
    await Deno.writeTextFile(`${folder}/shop.json`, SCHEMA);
    const made = await new Deno.Command(`${folder}/dw-sim`, {
      args: ["experiment", "create", `${folder}/shop.json`],
      env: { DW_SIM_HOME: `${folder}/data` },
      ...{ stdout: "null", stderr: "null" },
    }).output();
    assert.ok(made.success);
    assert.ok((await completeInBash(["exp"], folder)).includes("experiment"));
    assert.deepEqual(await completeInBash(["experiment", "show", "s"], folder), ["shop"]);
    const flags = await completeInBash(["experiment", "generate", "shop", "--se"], folder);
    assert.ok(flags.some((flag) => flag.startsWith("--seed")), flags.join());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
