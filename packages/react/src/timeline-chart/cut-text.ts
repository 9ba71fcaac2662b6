/** A text, or as much of its beginning as fits, with an ellipsis; nothing where not even one letter would show. */
export function cutText(text: string, maxWidth: number, measure: (text: string) => number): string {
  const width = measure(text);
  if (width <= maxWidth) return text;
  // Letters differ in width: the first guess is the mean, and the rest is found by trying.
  let length = Math.min(text.length - 1, Math.floor((text.length * maxWidth) / width));
  while (length > 0 && measure(`${text.slice(0, length)}…`) > maxWidth) length -= 1;
  return length > 0 ? `${text.slice(0, length).trimEnd()}…` : '';
}
