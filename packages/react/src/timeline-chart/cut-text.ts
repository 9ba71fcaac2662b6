const MAX_TEXTS = 5000;
/** Cut texts by what they were cut from and to: while zooming, the same ones are asked for in every frame. */
const cuts = new Map<string, string>();
/** Widths are taken in steps, so that a bar that grows does not cut its label anew in every frame. */
const STEP = 6;

/** A text, or as much of its beginning as fits, with an ellipsis; nothing where not even one letter would show. */
export function cutText(text: string, maxWidth: number, measure: (text: string) => number): string {
  const width = measure(text);
  if (width <= maxWidth) return text;
  const room = Math.floor(maxWidth / STEP) * STEP;
  const key = `${room} ${Math.round(width)} ${text}`;
  let cut = cuts.get(key);
  if (cut === undefined) {
    if (cuts.size >= MAX_TEXTS) cuts.clear();
    cut = cutTo(text, room, width, measure);
    cuts.set(key, cut);
  }
  return cut;
}

function cutTo(text: string, room: number, width: number, measure: (text: string) => number): string {
  // Letters differ in width: the first guess is the mean, and the rest is found by trying.
  let length = Math.min(text.length - 1, Math.floor((text.length * room) / width));
  while (length > 0 && measure(`${text.slice(0, length)}…`) > room) length -= 1;
  return length > 0 ? `${text.slice(0, length).trimEnd()}…` : '';
}
