/** Between the popup and what it belongs to, and to the edge of the window, in CSS pixels. */
const GAP = 4;
const MARGIN = 8;
/** Lines that are longer are hard to follow from one end to the other. */
const WIDEST = 640;

/**
 * Moves a popup beside its anchor.
 *
 *     ┌ anchor ┐              it is as wide as the anchor at least, as high as there is room,
 *     └────────┘              up to a limit, and never leaves the window
 *     ┌ popup ────────┐
 */
export function placePopup(popup: HTMLElement, anchor: HTMLElement, align: 'start' | 'end'): void {
  const target = anchor.getBoundingClientRect();
  const below = innerHeight - target.bottom - GAP - MARGIN;
  const above = target.top - GAP - MARGIN;
  const { scrollTop } = popup;
  popup.style.translate = 'none';
  popup.style.maxBlockSize = 'none';
  popup.style.minInlineSize = `${Math.min(target.width, WIDEST, innerWidth - 2 * MARGIN)}px`;
  // Measured where it stands now: which edge that is depends on the direction of the text.
  const own = popup.getBoundingClientRect();
  const isBelow = own.height <= below || below >= above;
  const height = Math.min(own.height, isBelow ? below : above);
  const isRightToLeft = getComputedStyle(popup).direction === 'rtl';
  const wanted = (align === 'start') === isRightToLeft ? target.right - own.width : target.left;
  const x = Math.max(MARGIN, Math.min(wanted, innerWidth - MARGIN - own.width));
  const y = isBelow ? target.bottom + GAP : target.top - GAP - height;
  popup.style.maxBlockSize = `${isBelow ? below : above}px`;
  popup.style.translate = `${Math.round(x - own.left)}px ${Math.round(y - own.top)}px`;
  popup.scrollTop = scrollTop;
}
