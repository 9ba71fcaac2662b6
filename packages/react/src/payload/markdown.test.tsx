import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PresentationContext } from '../provider/presentation-context.ts';
import { usePresentation } from './presentation.ts';
import type { RemotePolicy } from '../provider/remote-policy.ts';
import { Markdown } from './markdown.tsx';

afterEach(cleanup);

function draw(text: string, allowRemote: RemotePolicy = []) {
  const Shown = () => (
    <PresentationContext.Provider value={{ ...usePresentation(), allowRemote }}>
      <Markdown text={text} />
    </PresentationContext.Provider>
  );
  const { container } = render(<Shown />);
  return container.querySelector('.oriel-markdown') as HTMLElement;
}

it('draws what people write: emphasis, lists, code, tables, quotes', () => {
  const shown = draw(
    '# Plan\n\n**Two** things & _one_ `x < 1`:\n\n- a\n- b\n\n```js\nlet a = 1;\n```\n\n> so\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. x',
  );

  for (const tag of ['strong', 'em', 'ul', 'ol', 'li', 'pre', 'blockquote', 'table', 'th']) {
    expect(shown.querySelector(tag), tag).not.toBeNull();
  }
  expect(shown.textContent).toContain('Two things & one x < 1');
});

it('makes headings of a message no headings of the page', () => {
  expect(draw('# Plan').querySelector('h1, h2, h3')).toBeNull();
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '<form action="https://evil.example"><input name=a></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<base href="https://evil.example/">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
])('shows %j as the text it is', (text) => {
  const shown = draw(`before ${text} after\n\n${text}`);

  expect(
    shown.querySelector('script, img, svg, iframe, style, form, input, math, details, base, a'),
  ).toBeNull();
  expect(shown.textContent).toContain(text.startsWith('&') ? '<script>' : text);
});

it.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](blob:https://a/b)',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
])('makes no link of %j', (text) => {
  expect(draw(text).querySelector('a')).toBeNull();
});

it('opens links elsewhere, without telling them where from', () => {
  for (const text of ['[x](https://a.example)', 'https://a.example', '[x](mailto:a@b.example)']) {
    const link = draw(text).querySelector('a');
    expect(link?.rel).toContain('noopener');
    expect(link?.rel).toContain('noreferrer');
    expect(link?.target).toBe('_blank');
    cleanup();
  }
});

it.each([
  '![x](https://evil.example/p.png)',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x][y]\n\n[y]: http://evil.example/p',
])('loads nothing for %j', (text) => {
  expect(draw(text).querySelector('img, [src], [style]')).toBeNull();
});

it('loads images from where the host allows, without a referrer', () => {
  const shown = draw('![x](https://a.example/p.png) ![y](https://b.example/p.png)', ['https://a.example']);

  expect(shown.querySelectorAll('img')).toHaveLength(1);
  expect(shown.querySelector('img')?.referrerPolicy).toBe('no-referrer');
});

it('shows text that nests deeper than anybody writes', () => {
  expect(draw(`${'> '.repeat(3000)}deep`).textContent).toContain('deep');
  cleanup();
  expect(draw(`${'*a **b '.repeat(500)}end`).textContent).toContain('end');
});
