/** Languages and countries whose names, towns and words there are. */
export const LOCALES = ["en", "de", "fr", "es", "ja"] as const;

export type Locale = (typeof LOCALES)[number];
