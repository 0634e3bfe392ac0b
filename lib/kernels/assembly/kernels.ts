export * from "./hash";
export * from "./memory";
export * from "./numbers";
export * from "./pages";
export * from "./permute";
export * from "./snappy";
export * from "./text";
