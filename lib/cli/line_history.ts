/** Lines kept between sessions. */
const COUNT_MAX = 1_000;
const FILE_MODE = 0o600;

/** Lines that were typed, in a file that outlives the session; the newest last. */
export class LineHistory {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The lines, the newest first. A file that cannot be read is no history. */
  read(): string[] {
    const lines = this.#lines();
    if (lines.length > 2 * COUNT_MAX) this.#rewrite(lines.slice(-COUNT_MAX));
    return lines.slice(-COUNT_MAX).reverse();
  }

  /** Adds a line at once: a session that is killed loses none. */
  add(line: string): void {
    if (line.trim() === "") return;
    this.#quietly(() =>
      Deno.writeTextFileSync(this.#path, `${line}\n`, { append: true, mode: FILE_MODE })
    );
  }

  #lines(): readonly string[] {
    try {
      return Deno.readTextFileSync(this.#path).split("\n").filter((line) => line !== "");
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      if (error instanceof Deno.errors.PermissionDenied) return [];
      throw error;
    }
  }

  #rewrite(lines: readonly string[]): void {
    const temporary = `${this.#path}.${crypto.randomUUID()}.partial`;
    this.#quietly(() => {
      Deno.writeTextFileSync(temporary, `${lines.join("\n")}\n`, { mode: FILE_MODE });
      Deno.renameSync(temporary, this.#path);
    });
  }

  /** Answers are worth more than a history: a full or locked disk takes only the latter. */
  #quietly(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
}
