/**
 * Where a word may begin, as the start of a pattern: after anything but a letter, digit or underscore. Text may be
 * JSON inside a string, once or more often, so the letter of an escape (`\n`, `\u000a`) ends no word either.
 */
export const WORD_START = String.raw`(?<=^|\W|\\[nrtbf]|\\u[\da-fA-F]{4})`;
