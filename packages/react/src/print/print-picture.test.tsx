import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PrintPicture } from './print-picture.tsx';

const CIRCLE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><circle id="dot" r="9"/></svg>';

describe('a picture for paper', () => {
  afterEach(cleanup);

  it('is drawn when printing begins, in the light theme, and is gone afterwards', () => {
    const themes: (string | null)[] = [];
    const { container } = render(
      <section className="oriel-panel" data-oriel-theme="dark">
        <PrintPicture
          draw={(place) => {
            themes.push(place.closest('.oriel-panel')?.getAttribute('data-oriel-theme') ?? null);
            return { svgs: [CIRCLE, CIRCLE], note: 'Two of three.' };
          }}
        />
      </section>,
    );
    const pictures = () =>
      [...container.querySelectorAll('.oriel-print-frame')].map((frame) =>
        frame.shadowRoot?.querySelector('svg'),
      );
    expect(pictures()).toEqual([]);

    window.dispatchEvent(new Event('beforeprint'));
    expect(pictures().map((svg) => svg?.querySelector('#dot')?.getAttribute('r'))).toEqual(['9', '9']);
    expect(container.textContent).toBe('Two of three.');
    expect(themes).toEqual(['light']);
    expect(container.querySelector('.oriel-panel')?.getAttribute('data-oriel-theme')).toBe('dark');

    window.dispatchEvent(new Event('afterprint'));
    expect(container.textContent).toBe('');
  });

  it('is nothing where there is nothing to draw', () => {
    const { container } = render(
      <section className="oriel-panel">
        <PrintPicture draw={() => null} />
      </section>,
    );
    window.dispatchEvent(new Event('beforeprint'));
    expect(container.querySelector('.oriel-print-picture')?.childNodes).toHaveLength(0);
    expect(container.querySelector('.oriel-panel')?.hasAttribute('data-oriel-theme')).toBe(false);
  });
});
