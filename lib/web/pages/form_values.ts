import { DwSimError } from "../../errors/mod.ts";

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
   *
   * @param contentType The whole header; it says how the fields are put together.
   * @throws DwSimError WEB_FORM_INVALID.
   */
  static async parse(body: string, contentType: string): Promise<FormValues> {
    const texts = new Map<string, string[]>();
    for (const [name, value] of await entriesOf(body, contentType)) {
      const text = typeof value === "string" ? value : await value.text();
      texts.set(name, [...texts.get(name) ?? [], text.replaceAll("\r\n", "\n")]);
    }
    return new FormValues(texts);
  }
}

async function entriesOf(
  body: string,
  contentType: string,
): Promise<Iterable<[string, FormDataEntryValue]>> {
  if (!contentType.toLowerCase().startsWith("multipart/")) return new URLSearchParams(body);
  try {
    return await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch (cause) {
    throw new DwSimError("WEB_FORM_INVALID", {}, { cause });
  }
}
