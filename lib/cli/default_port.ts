/** Where the server listens unless told otherwise: the port of the Python tool, so scripts find it. */
export const PORT = 8000;
