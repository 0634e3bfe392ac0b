import type { WordsSource } from "../../sources/value_source.ts";
import { listedWords } from "../listed_words.ts";
import { sampledWords } from "../sampled_words.ts";
import type { WordBook } from "../word_book.ts";

/** Faker has few more; beyond, it joins two of them with a hyphen, which takes long to exhaust. */
const LAST_NAMES_MAX = 512;

/** Given names. Every list here serves several generators, so that it is drawn, and kept, once. */
export function firstNames(book: WordBook): WordsSource {
  return sampledWords(book, { name: "first_name", draw: (faker) => faker.person.firstName() });
}

export function lastNames(book: WordBook): WordsSource {
  return sampledWords(book, {
    name: "last_name",
    draw: (faker) => faker.person.lastName(),
    countMax: LAST_NAMES_MAX,
  });
}

/** Given names as they stand in addresses of mail. */
export function plainFirstNames(book: WordBook): WordsSource {
  return plainWords("plain_first_name", firstNames(book.plain));
}

/** Family names as they stand in addresses of mail. */
export function plainLastNames(book: WordBook): WordsSource {
  return plainWords("plain_last_name", lastNames(book.plain));
}

export function streets(book: WordBook): WordsSource {
  return sampledWords(book, {
    name: "street_name",
    draw: (faker) => faker.location.street(),
    countMax: 512,
  });
}

export function cities(book: WordBook): WordsSource {
  return sampledWords(book, {
    name: "city",
    draw: (faker) => faker.location.city(),
    countMax: 512,
  });
}

export function nouns(book: WordBook): WordsSource {
  return sampledWords(book, { name: "word", draw: (faker) => faker.word.noun(), countMax: 1024 });
}

export function adjectives(book: WordBook): WordsSource {
  return sampledWords(book, {
    name: "adjective",
    draw: (faker) => faker.word.adjective(),
    countMax: 1024,
  });
}

export function productNames(book: WordBook): WordsSource {
  return sampledWords(book, {
    name: "product_name",
    draw: (faker) => faker.commerce.productName(),
    countMax: 512,
  });
}

/** Words that need no escape in an address of the web. */
export function plainNouns(book: WordBook): WordsSource {
  return plainWords("plain_noun", nouns(book.plain));
}

export function fileEndings(): WordsSource {
  return listedWords("file_ending", [
    ".csv",
    ".docx",
    ".jpg",
    ".json",
    ".pdf",
    ".png",
    ".txt",
    ".xlsx",
  ]);
}

/** Made once for each list that a book has drawn: thousands of columns may ask for it. */
function plainWords(name: string, { words }: WordsSource): WordsSource {
  const known = PLAIN.get(words);
  if (known !== undefined) return known;
  const made = listedWords(name, words.map(plain));
  PLAIN.set(words, made);
  return made;
}

const PLAIN = new WeakMap<readonly string[], WordsSource>();

function plain(word: string): string {
  return word.normalize("NFD").toLowerCase().replaceAll("ß", "ss").replace(/[^a-z]/g, "");
}
