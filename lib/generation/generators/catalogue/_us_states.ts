import type { WordsSource } from "../../sources/value_source.ts";
import { weightedWords } from "../weighted_words.ts";

/**
 * The states of the US by their share of the people.
 *
 * @param form Two letters or the whole name.
 */
export function usStates(form: "code" | "name"): WordsSource {
  const weights = STATES.map(([code, name, weight]) => [form === "code" ? code : name, weight]);
  return weightedWords(form === "code" ? "state_code" : "state", Object.fromEntries(weights));
}

/** Letters, name, people in hundreds of thousands by the census of 2020. */
const STATES: readonly (readonly [string, string, number])[] = [
  ["AK", "Alaska", 7],
  ["AL", "Alabama", 50],
  ["AR", "Arkansas", 30],
  ["AZ", "Arizona", 72],
  ["CA", "California", 395],
  ["CO", "Colorado", 58],
  ["CT", "Connecticut", 36],
  ["DC", "District of Columbia", 7],
  ["DE", "Delaware", 10],
  ["FL", "Florida", 215],
  ["GA", "Georgia", 107],
  ["HI", "Hawaii", 15],
  ["IA", "Iowa", 32],
  ["ID", "Idaho", 18],
  ["IL", "Illinois", 128],
  ["IN", "Indiana", 68],
  ["KS", "Kansas", 29],
  ["KY", "Kentucky", 45],
  ["LA", "Louisiana", 47],
  ["MA", "Massachusetts", 70],
  ["MD", "Maryland", 62],
  ["ME", "Maine", 14],
  ["MI", "Michigan", 101],
  ["MN", "Minnesota", 57],
  ["MO", "Missouri", 62],
  ["MS", "Mississippi", 30],
  ["MT", "Montana", 11],
  ["NC", "North Carolina", 104],
  ["ND", "North Dakota", 8],
  ["NE", "Nebraska", 20],
  ["NH", "New Hampshire", 14],
  ["NJ", "New Jersey", 93],
  ["NM", "New Mexico", 21],
  ["NV", "Nevada", 31],
  ["NY", "New York", 202],
  ["OH", "Ohio", 118],
  ["OK", "Oklahoma", 40],
  ["OR", "Oregon", 42],
  ["PA", "Pennsylvania", 130],
  ["RI", "Rhode Island", 11],
  ["SC", "South Carolina", 51],
  ["SD", "South Dakota", 9],
  ["TN", "Tennessee", 69],
  ["TX", "Texas", 291],
  ["UT", "Utah", 33],
  ["VA", "Virginia", 86],
  ["VT", "Vermont", 6],
  ["WA", "Washington", 77],
  ["WI", "Wisconsin", 59],
  ["WV", "West Virginia", 18],
  ["WY", "Wyoming", 6],
];
