import { createHash } from "node:crypto";
import { VERSION } from "../../lib/cli/mod.ts";
import { makeBinary } from "./make_binary.ts";

const NAME = "dw-sim";

/**
 * Writes `dist/dw-sim` and `dist/SHA256SUMS`. A program that cannot tell its version is refused,
 * and the one made before stays.
 *
 * @param root The project's folder.
 * @returns The path of the program, and its size in bytes.
 */
export async function compile(root: string): Promise<{ path: string; byteCount: number }> {
  const folder = `${root}/dist`;
  await Deno.mkdir(folder, { recursive: true });
  const binary = await makeBinary(root, { version: VERSION });
  const partial = `${folder}/.${NAME}.partial`;
  await Deno.writeFile(partial, binary, { mode: 0o755 });
  try {
    await assertAnswers(partial);
    await Deno.rename(partial, `${folder}/${NAME}`);
  } finally {
    await Deno.remove(partial).catch(() => {});
  }
  const sum = createHash("sha256").update(binary).digest("hex");
  await Deno.writeTextFile(`${folder}/SHA256SUMS`, `${sum}  ${NAME}\n`);
  return { path: `${folder}/${NAME}`, byteCount: binary.length };
}

async function assertAnswers(path: string): Promise<void> {
  const cache = await Deno.makeTempDir({ prefix: "dw_sim_try_" });
  try {
    const { success, stdout, stderr } = await new Deno.Command(path, {
      args: ["--version"],
      clearEnv: true,
      env: { DW_SIM_CACHE: cache, PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin" },
    }).output();
    const answer = new TextDecoder().decode(stdout).trim();
    if (!success || answer !== `dw-sim ${VERSION}`) {
      throw new Error(`The program does not work: ${answer}${new TextDecoder().decode(stderr)}`);
    }
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
}

if (import.meta.main) {
  const { path, byteCount } = await compile(Deno.cwd());
  const size = `${(byteCount / 1e6).toFixed(1)} MB`;
  await Deno.stdout.write(new TextEncoder().encode(`${path}: ${size}\n`));
}
