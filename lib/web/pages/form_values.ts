/** What a form sent: texts by name. Files are read as the texts they hold. */
export class FormValues {
  readonly #texts: ReadonlyMap<string, readonly string[]>;

  constructor(texts: ReadonlyMap<string, readonly string[]>) {
    this.#texts = texts;
  }

  /** The text of a field; empty where the form has no such field. */
  text(name: string): string {
    return this.#texts.get(name)?.[0] ?? "";
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  /** Fields whose names begin so, by the rest of their names. */
  startingWith(prefix: string): ReadonlyMap<string, string> {
    return new Map(
      [...this.#texts].filter(([name]) => name.startsWith(prefix))
        .map(([name, [text = ""]]) => [name.slice(prefix.length), text]),
    );
  }

  /**
   * Reads the body of a form. Browsers send line ends as CRLF, which would move offsets, so they
   * become LF. Spec: html.spec.whatwg.org, "constructing the entry list".
   */
  static parse(body: string): FormValues {
    const texts = new Map<string, string[]>();
    for (const [name, value] of new URLSearchParams(body)) {
      const text = value.replaceAll("\r\n", "\n");
      texts.set(name, [...texts.get(name) ?? [], text]);
    }
    return new FormValues(texts);
  }
}
