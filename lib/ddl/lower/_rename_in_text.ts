const STRING_NAME_OR_WORD = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{M}\p{Nd}_$]*/gu;
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether a condition names a column. */
export function namesColumn(text: string, column: string): boolean {
  return text.match(STRING_NAME_OR_WORD)?.some((piece) => isName(piece, column)) ?? false;
}

/** Lets a condition name a column as it is called now. */
export function renameInText(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const written = PLAIN.test(to) ? to : `"${to.replaceAll('"', '""')}"`;
  return text.replace(STRING_NAME_OR_WORD, (piece) => isName(piece, from) ? written : piece);
}

function isName(piece: string, column: string): boolean {
  if (piece.startsWith('"')) return piece.slice(1, -1).replaceAll('""', '"') === column;
  return piece.toLowerCase() === column.toLowerCase();
}
