export type Domain = { readonly kind: "in progress" };
