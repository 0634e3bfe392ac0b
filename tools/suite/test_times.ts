/** Kept out of the repository, beside reports of coverage. */
const PATH = "coverage/test_times.json";

/** How long groups of tests took when they were last run, by their first file. */
export class TestTimes {
  readonly #path: string;
  readonly #elapsedMs: Map<string, number>;

  private constructor(path: string, elapsedMs: Map<string, number>) {
    this.#path = path;
    this.#elapsedMs = elapsedMs;
  }

  /** @param root The project's folder. */
  static async read(root: string): Promise<TestTimes> {
    const path = `${root}/${PATH}`;
    const text = await Deno.readTextFile(path).catch(() => "{}");
    return new TestTimes(path, new Map(Object.entries(JSON.parse(text))));
  }

  /** Groups in the order in which they are best begun; those not known first. */
  longestFirst(groups: readonly (readonly string[])[]): (readonly string[])[] {
    const of = ([first]: readonly string[]) => this.#elapsedMs.get(first!) ?? Infinity;
    return groups.toSorted((a, b) => of(a) === of(b) ? 0 : of(b) - of(a));
  }

  tell([first]: readonly string[], elapsedMs: number): void {
    this.#elapsedMs.set(first!, Math.round(elapsedMs));
  }

  async write(): Promise<void> {
    await Deno.mkdir(this.#path.slice(0, this.#path.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(
      this.#path,
      `${JSON.stringify(Object.fromEntries(this.#elapsedMs))}\n`,
    );
  }
}
