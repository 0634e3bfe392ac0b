import assert from "node:assert/strict";

const CLI = new URL("../../cli.ts", import.meta.url).pathname;
const SCHEMA = `{"name": "shop", "tables": [{"name": "t", "target_rows": 1,
  "columns": [{"name": "a", "data_type": "INT"}]}]}`;

/** How each shell starts without what its user wrote, and how it learns to complete. */
const SHELLS = {
  bash: {
    start: "bash --norc --noprofile -i",
    learn: "source <(dw-sim completion bash)",
  },
  zsh: {
    start: "zsh -f -i",
    learn: "autoload -Uz compinit; compinit -u -D; source <(dw-sim completion zsh)",
  },
  fish: {
    start: "fish --no-config -i",
    learn: "dw-sim completion fish | source",
  },
} as const;

type Shell = keyof typeof SHELLS;

/** A line as it is typed, and as it stands after the tab. */
const LINES = {
  "dw-sim exp": "dw-sim experiment",
  "dw-sim experiment show s": "dw-sim experiment show shop",
  "dw-sim experiment generate shop --see": "dw-sim experiment generate shop --seed",
  "dw-sim query execute x --experiment s": "dw-sim query execute x --experiment shop",
  "dw-sim experiment import-sql my": "dw-sim experiment import-sql my_tables.sql",
  // No experiment has this name, though a file does.
  "dw-sim experiment show my": "dw-sim experiment show my",
};

const CONTROL_A = "\x01";

/** Types lines into a shell in a terminal, a tab behind each, and tells what it made of them. */
async function completed(shell: Shell, folder: string): Promise<readonly string[]> {
  const { start, learn } = SHELLS[shell];
  const process = new Deno.Command("script", {
    args: ["-qec", start, "/dev/null"],
    cwd: folder,
    env: {
      DW_SIM_HOME: `${folder}/data`,
      HOME: folder,
      PATH: `${folder}/bin:${Deno.env.get("PATH")}`,
      TERM: "dumb",
      // npm sets one, and zsh takes its keys from what it is.
      EDITOR: "emacs",
      VISUAL: "emacs",
    },
    ...{ stdin: "piped", stdout: "piped", stderr: "null" },
  }).spawn();
  const writer = process.stdin.getWriter();
  const type = (text: string) => writer.write(new TextEncoder().encode(text));
  let seen = "";
  const read = (async () => {
    for await (const piece of process.stdout.pipeThrough(new TextDecoderStream())) seen += piece;
  })();
  const until = async (text: string) => {
    const deadline = Date.now() + 20_000;
    while (!seen.includes(text)) {
      assert.ok(Date.now() < deadline, `${shell} does not get to '${text}': ${seen.slice(-500)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await type(`${learn}; printf 'learned-%s\\n' 2\n`);
  await until("learned-2");
  const told: string[] = [];
  for (const [number, line] of Object.keys(LINES).entries()) {
    // The line is not run but written into a file, which terminals do not wrap.
    await type(`${line}\t${CONTROL_A}echo > ${number}.out \nprintf 'done%s-' ${number}; echo\n`);
    await until(`done${number}-`);
    told.push((await Deno.readTextFile(`${folder}/${number}.out`)).trimEnd());
  }
  await type("exit\n");
  await writer.close();
  await process.status;
  await read;
  return told;
}

async function isThere(program: string): Promise<boolean> {
  return await new Deno.Command(program, { args: ["--version"], stdout: "null", stderr: "null" })
    .output().then(({ success }) => success, () => false);
}

const CAN_MAKE_TERMINALS = Deno.build.os === "linux" && await isThere("script");

for (const shell of ["bash", "zsh", "fish"] as const) {
  Deno.test({
    name: `${shell} completes commands, flags, files and the names of experiments`,
    // Shells that are not there cannot be asked: apt-get install zsh fish.
    ignore: !CAN_MAKE_TERMINALS || !await isThere(shell),
    fn: async () => {
      const folder = await Deno.makeTempDir();
      try {
        const start = `#!/bin/sh\nexec '${Deno.execPath()}' run -q -A --no-check '${CLI}' "$@"\n`;
        await Deno.mkdir(`${folder}/bin`);
        await Deno.writeTextFile(`${folder}/bin/dw-sim`, start, { mode: 0o755 });
        await Deno.writeTextFile(`${folder}/shop.json`, SCHEMA);
        await Deno.writeTextFile(`${folder}/my_tables.sql`, "CREATE TABLE t (id INT);");
        const made = await new Deno.Command(`${folder}/bin/dw-sim`, {
          args: ["experiment", "create", `${folder}/shop.json`],
          env: { DW_SIM_HOME: `${folder}/data` },
          ...{ stdout: "null", stderr: "null" },
        }).output();
        assert.ok(made.success);
        await Deno.remove(`${folder}/shop.json`);
        assert.deepEqual(await completed(shell, folder), Object.values(LINES));
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}
