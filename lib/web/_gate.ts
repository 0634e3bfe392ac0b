import { DwSimError } from "../errors/mod.ts";

/** Lets so many in at a time, and refuses the next. */
export class Gate {
  readonly #what: string;
  readonly #countMax: number;
  #count = 0;

  constructor(what: string, countMax: number) {
    this.#what = what;
    this.#countMax = countMax;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Takes a place; dispose of it to give it back, once or more often.
   *
   * @throws DwSimError WEB_TOO_BUSY.
   */
  enter(): Disposable {
    if (this.#count >= this.#countMax) {
      throw new DwSimError("WEB_TOO_BUSY", { what: this.#what, countMax: this.#countMax });
    }
    this.#count++;
    let isHeld = true;
    return {
      [Symbol.dispose]: () => {
        if (isHeld) this.#count--;
        isHeld = false;
      },
    };
  }
}
