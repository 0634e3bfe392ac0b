/**
 * Version of the mapping from pages to bytes: encodings, compression, page headers, footer. Any
 * change that alters a byte of some file raises it. 1 was the snappy of hysnappy; 2 is ours.
 */
export const WRITER_VERSION = 2;
