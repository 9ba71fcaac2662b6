const MAX_TEXTS = 5000;
const widths = new Map<string, number>();

/** Remembers how wide texts are: measuring one costs more than drawing a bar, and names come again and again. */
export function measureTexts(
  measure: (text: string, isBold: boolean) => number,
  font: string,
): (text: string, isBold?: boolean) => number {
  return (text, isBold = false) => {
    const key = `${isBold ? 'b' : 'n'}${font}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= MAX_TEXTS) widths.clear();
      width = measure(text, isBold);
      widths.set(key, width);
    }
    return width;
  };
}
