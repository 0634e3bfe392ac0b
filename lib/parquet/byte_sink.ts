/**
 * Where the bytes of a file go. `write` takes all of them before it returns, and keeps no
 * reference to the array, which is reused afterwards.
 */
export interface ByteSink {
  write(bytes: Uint8Array): void;
}
