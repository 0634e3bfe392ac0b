/** How many values a component has, or, if it can have any number, how it is best used. */
export interface Room {
  /** Fixed number of values; null when as many as needed can be made, up to `countMax`. */
  readonly count: number | null;
  readonly countMax: number;
  /** True for line numbers and the like, which stay small. */
  readonly small: boolean;
}

/** Rows that share one value of a component that could have any number of values. */
const ROWS_PER_VALUE = 4;

/** Fewest values of a line number: orders with up to seven lines look like orders. */
const SMALL_COUNT = 7;

/**
 * Chooses how many values each component of a tuple key takes, so that there are at least as many
 * tuples as rows. Fixed components take all they have; the others share what is then needed, line
 * numbers staying small and identifiers repeating a few times each.
 *
 * @param rooms What each component can have.
 * @param rows How many distinct tuples are needed.
 * @returns One radix a component; their product may fall short of `rows` if the rooms do.
 */
export function shareRadices(rooms: readonly Room[], rows: number): number[] {
  const fixed = rooms.reduce((product, { count }) => product * (count ?? 1), 1);
  const flexible = rooms.filter(({ count }) => count === null);
  let needed = Math.max(1, Math.ceil(rows / Math.max(1, fixed)));
  const radices = rooms.map((room) => room.count ?? preferred(room, { rows, needed, flexible }));
  for (let index = 0; index < rooms.length; index++) {
    const room = rooms[index]!;
    if (room.count !== null) continue;
    const others = radices.reduce(
      (product, radix, at) => at === index ? product : product * radix,
      1,
    );
    needed = Math.ceil(rows / Math.max(1, others));
    radices[index] = Math.min(room.countMax, Math.max(radices[index]!, needed));
  }
  return radices;
}

interface Wanted {
  readonly rows: number;
  readonly needed: number;
  readonly flexible: readonly Room[];
}

function preferred({ small, countMax }: Room, { rows, needed, flexible }: Wanted): number {
  const large = flexible.filter((room) => !room.small).length;
  const wanted = small ? SMALL_COUNT : Math.max(
    Math.ceil((2 * needed) ** (1 / large)),
    Math.ceil((rows / ROWS_PER_VALUE) ** (1 / large)),
  );
  return Math.max(
    1,
    Math.min(countMax, small && large === 0 ? Math.max(wanted, 2 * needed) : wanted),
  );
}
