/** Characters that random and serial pieces of text are made of, in counting order. */
export const DIGITS = "0123456789";
export const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const LOWER = "abcdefghijklmnopqrstuvwxyz";
export const HEX = "0123456789abcdef";
export const BASE_36 = DIGITS + LOWER;
/** Without I, L, O and U, which people misread: the letters of printed codes. */
export const CODE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
