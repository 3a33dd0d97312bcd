/** Name under which a comment comes as an element that holds its text, where these are asked for. */
export const COMMENT = '#comment';
