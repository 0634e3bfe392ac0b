/**
 * The known names most like a wrong one, for "did you mean".
 *
 * @param wrong What the user wrote.
 * @param known The names that exist.
 * @param countMax How many to offer.
 * @returns Names within a third of their length in edits, nearest first; none if nothing is near.
 */
export function nearestNames(wrong: string, known: Iterable<string>, countMax = 3): string[] {
  const target = wrong.toLowerCase();
  const scored: { name: string; distance: number }[] = [];
  for (const name of known) {
    const distance = editDistance(target, name.toLowerCase());
    if (distance <= Math.max(1, Math.ceil(name.length / 3))) scored.push({ name, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored.slice(0, countMax).map(({ name }) => name);
}

/** Levenshtein distance, one row of the matrix at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length]!;
}
