/** Something that a machine may lack, and the ends of names of the tests that need it. */
interface Need {
  readonly mark: RegExp;
  readonly reason: string;
  readonly remedy: string;
}

const NEEDS: readonly Need[] = [
  {
    mark: /\(in Chromium\)$/,
    reason: "there is no /usr/bin/chromium",
    remedy: "apt-get install chromium",
  },
  {
    mark: /PostgreSQL/,
    reason: "there is no PostgreSQL server to start",
    remedy: "apt-get install postgresql",
  },
  {
    mark: /\(in a terminal\)$/,
    reason: "there is no `script` to make a terminal with",
    remedy: "apt-get install bsdutils",
  },
  {
    mark: /^(bash|zsh|fish) completes/,
    reason: "such a shell, or `script`, is missing",
    remedy: "apt-get install bash zsh fish bsdutils",
  },
  {
    mark: /\(over a mount\)$/,
    reason: "nothing can be mounted here",
    remedy: "run as root, in a container with --privileged",
  },
  // What is left on other systems looks into /proc.
  {
    mark: Deno.build.os === "linux" ? /$^/ : /./,
    reason: "this is not Linux",
    remedy: "use Linux",
  },
];

/**
 * Says what was not run, why, and how to have it run.
 *
 * @param names Names of tests that were not run.
 * @returns A line for each reason; whatever has none is named.
 */
export function skippedLines(names: readonly string[]): readonly string[] {
  const lines = NEEDS.flatMap(({ mark, reason, remedy }) => {
    const count = names.filter((name) => mark.test(name)).length;
    if (count === 0) return [];
    return [`Skipped ${count} test${count === 1 ? "" : "s"}, since ${reason}: ${remedy}`];
  });
  const others = names.filter((name) => !NEEDS.some(({ mark }) => mark.test(name)));
  return [...lines, ...others.map((name) => `Skipped without a reason that is known: ${name}`)];
}
