/**
 * Tells when the page is about to be put on paper, and when that is over. Browsers say so by events; tools that make
 * pictures of the printed page only switch its media.
 *
 * @returns ends it.
 */
export function onPrint(begin: () => void, end: () => void): () => void {
  const paper = window.matchMedia('print');
  const change = () => (paper.matches ? begin() : end());
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  paper.addEventListener('change', change);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    paper.removeEventListener('change', change);
  };
}
