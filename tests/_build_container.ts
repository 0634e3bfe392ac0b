/** A line of a Containerfile: `RUN useradd …`. */
interface Step {
  readonly kind: string;
  readonly text: string;
}

/**
 * Does what a Containerfile says, without a container engine: in a root of its own, laid over this
 * machine's, so nothing of it stays.
 *
 * @param root The project's folder.
 * @param args What the container is started with; its own CMD when empty.
 * @returns What the container printed, or null where no such root can be made.
 */
export async function buildContainer(
  root: string,
  args: readonly string[] = [],
): Promise<string | null> {
  const steps = readSteps(await Deno.readTextFile(`${root}/Containerfile`));
  const script = `
set -eu
over=$(mktemp -d)
mount -t tmpfs tmpfs "$over" || exit 99
mkdir "$over/up" "$over/work" "$over/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$over/up,workdir=$over/work" "$over/root" || exit 99
for shared in proc dev; do mount --rbind "/$shared" "$over/root/$shared"; done
${steps.map((step, index) => stepScript(step, steps.slice(0, index), root)).join("\n")}
${startScript(steps, args)}`;
  const { code, stdout, stderr } = await new Deno.Command("unshare", {
    args: ["-m", "sh", "-c", script],
    ...{ stdout: "piped", stderr: "piped" },
  }).output().catch(() => ({ code: 99, stdout: new Uint8Array(), stderr: new Uint8Array() }));
  const decoder = new TextDecoder();
  if (code === 99 || /unshare failed/.test(decoder.decode(stderr))) return null;
  if (code !== 0) throw new Error(`The container ends with ${code}: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

function readSteps(text: string): readonly Step[] {
  const lines = text.replace(/^#.*\n/gm, "").replace(/\\\n/g, " ").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => {
    const [, kind, rest] = /^([A-Z]+) (.*)$/.exec(line)!;
    return { kind: kind!, text: rest!.trim() };
  });
}

function stepScript({ kind, text }: Step, before: readonly Step[], root: string): string {
  switch (kind) {
    case "COPY": {
      const [, mode, from, to] = /^--chmod=(\d+) (\S+) (\S+)$/.exec(text)!;
      return `install -m ${mode} "${root}/${from}" "$over/root${to}"`;
    }
    case "RUN":
      return `${inside(before, text)} >/dev/null`;
    case "FROM":
    case "USER":
    case "ENV":
    case "VOLUME":
    case "EXPOSE":
    case "ENTRYPOINT":
    case "CMD":
      return "";
    default:
      throw new Error(`The test does not know the step ${kind}`);
  }
}

function startScript(steps: readonly Step[], args: readonly string[]): string {
  const list = (kind: string): readonly string[] =>
    JSON.parse(steps.findLast((step) => step.kind === kind)!.text);
  const words = [...list("ENTRYPOINT"), ...args.length > 0 ? args : list("CMD")];
  return inside(steps, words.map(quote).join(" "));
}

/** A command as the user and with the variables that the steps before it set. */
function inside(before: readonly Step[], command: string): string {
  const last = (kind: string) => before.findLast((step) => step.kind === kind)?.text;
  const variables = before.filter(({ kind }) => kind === "ENV").map(({ text }) => text);
  const user = last("USER");
  const asUser = user === undefined
    ? ""
    : `setpriv --reuid ${user} --regid ${user} --clear-groups `;
  const home = user === undefined ? "/root" : `/home/${user}`;
  return `chroot "$over/root" ${asUser}env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin ` +
    `HOME=${home} ${variables.join(" ")} sh -c ${quote(command)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
