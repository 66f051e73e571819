/** The files that run in pages, under the names that the build gives them. */
export const SCOUT = "content.js";
export const READER = "reader.js";
