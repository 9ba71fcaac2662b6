/** One text of a catalogue. */
export interface CatalogueText {
  /** Where it is: `['savedViews', 'groups', 'slow']`. A name may have dots of its own. */
  readonly path: readonly string[];
  /** The text, or the function that makes it of what it names. */
  readonly text: unknown;
}

/** Every text of a catalogue, section after section. */
export function readTexts(catalogue: object, above: readonly string[] = []): CatalogueText[] {
  return Object.entries(catalogue).flatMap(([name, text]) => {
    const path = [...above, name];
    return typeof text === 'object' && text !== null ? readTexts(text as object, path) : [{ path, text }];
  });
}
