/** What is wrong with a name that was typed, and one that could stand in its place. */
export interface NameFault {
  readonly text: string;
  /** Null where none can be made of it. */
  readonly suggestion: string | null;
}

/**
 * Tells at the field what can be told without the server, which has the last word.
 *
 * @param typed As it was typed; spaces around it do not count.
 * @returns Null where nothing is wrong, or nothing is there yet.
 */
export function nameFault(typed: string): NameFault | null {
  const name = typed.trim();
  if (name === "" || /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return null;
  const [odd] = /[^A-Za-z0-9_]/u.exec(name) ?? [];
  const text = odd === undefined
    ? "A name does not start with a digit."
    : `A name has letters, digits and underscores only, and no ${signName(odd)}.`;
  return { text, suggestion: suggestedName(name) };
}

/** `Shop DE` → `shop_de`; null where no letter or digit is left. */
export function suggestedName(text: string): string | null {
  const plain = text.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
  if (name === "") return null;
  return /^\d/.test(name) ? `_${name}` : name;
}

function signName(sign: string): string {
  return /\s/u.test(sign) ? "space" : `'${sign}'`;
}
