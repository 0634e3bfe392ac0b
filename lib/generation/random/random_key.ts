/** Two 32-bit words that address one stream of randomness. */
export type RandomKey = readonly [number, number];
