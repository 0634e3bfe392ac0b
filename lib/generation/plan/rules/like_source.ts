/** `%` is any text, `_` any character; everything else stands for itself. */
export function likeSource(pattern: string): string {
  const parts = Array.from(pattern, (character) => {
    if (character === "%") return "[^]*";
    return character === "_" ? "[^]" : character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
  });
  return `^${parts.join("")}$`;
}
