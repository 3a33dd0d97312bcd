/** A file's name without its ending, as a first name for a list. */
export const stemOf = (name: string): string => name.replace(/\.[^.]{1,5}$/, '').replaceAll(/[_]+/g, ' ').slice(0, 200) || name.slice(0, 200);
