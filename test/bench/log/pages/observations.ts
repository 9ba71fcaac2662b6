import { generateTrace, traceStructure } from '@oriel/core/testing';

const count = Number(new URLSearchParams(location.search).get('observations'));

/** The same trace for both pages, made before anything is timed. */
export const { observations } = traceStructure(generateTrace({ observations: count }));

export function rootElement(): HTMLElement {
  const element = document.createElement('div');
  element.style.blockSize = '100vh';
  document.body.style.margin = '0';
  document.body.append(element);
  return element;
}
