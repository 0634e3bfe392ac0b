export type OrdinalPlan = { readonly kind: "in progress" };
