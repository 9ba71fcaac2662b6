/** Where a page draws: as high as the window, without margins. */
export function rootElement(): HTMLElement {
  const element = document.createElement('div');
  element.style.blockSize = '100vh';
  document.body.style.margin = '0';
  document.body.append(element);
  return element;
}
