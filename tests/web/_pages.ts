/** Every page there is, once `shop` has data and `empty` has none. */
export const PAGES: Readonly<Record<string, string>> = {
  experiments: "/",
  new: "/new",
  new_json: "/new?from=json",
  experiment: "/experiments/shop",
  experiment_empty: "/experiments/empty",
  table: "/experiments/shop/tables/receipts",
  table_empty: "/experiments/empty/tables/receipts",
  generate: "/experiments/shop/generate",
  runs: "/experiments/shop/runs",
  runs_modal: "/experiments/shop#runs",
  lineage: "/experiments/shop/lineage",
  reset: "/experiments/shop/reset",
  delete: "/experiments/shop/delete",
  sign_in: "/sign-in",
  not_found: "/experiments/nothing",
};
