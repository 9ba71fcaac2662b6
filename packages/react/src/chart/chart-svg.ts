const SVG = 'http://www.w3.org/2000/svg';
/** What css says of an element of a drawing, and what an attribute can say as well. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'direction',
  'visibility',
];
const MARGIN = 16;
const TITLE = 26;
const LINE = 20;

/** A chart as an SVG document of its own: with its title and legend, and with the colours it has on the screen. */
export function chartSvg(title: string, figure: Element): string {
  const drawing = figure.querySelector<SVGSVGElement>('.oriel-chart-svg');
  if (!drawing) throw new Error('There is no drawing to save. Save the numbers as CSV.');
  const width = drawing.width.baseVal.value;
  const height = drawing.height.baseVal.value;
  const style = getComputedStyle(figure);
  const [surface, text] = [colourOf(figure, '--_surface'), style.color];

  const legend = legendRows(figure, width);
  const whole = document.createElementNS(SVG, 'svg');
  set(whole, {
    xmlns: SVG,
    width: width + 2 * MARGIN,
    height: height + TITLE + legend.length * LINE + 2 * MARGIN,
    'font-family': style.fontFamily,
    'font-size': '12px',
  });
  add(whole, 'title', {}).textContent = title;
  add(whole, 'rect', { width: '100%', height: '100%', fill: surface });
  const isRtl = style.direction === 'rtl';
  const heading = add(whole, 'text', {
    x: isRtl ? width + MARGIN : MARGIN,
    y: MARGIN + 12,
    'font-weight': 600,
    'font-size': '14px',
    fill: text,
    direction: style.direction,
  });
  heading.textContent = title;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copyLooks(drawing, copy);
  copy.querySelector('.oriel-chart-brush')?.remove();
  set(copy, { x: MARGIN, y: MARGIN + TITLE });
  whole.append(copy);
  for (const [row, entries] of legend.entries()) {
    const y = MARGIN + TITLE + height + row * LINE + 14;
    for (const { label, fill, x } of entries) {
      add(whole, 'rect', { x: MARGIN + x, y: y - 9, width: 10, height: 10, rx: 2, fill });
      add(whole, 'text', { x: MARGIN + x + 15, y, fill: text }).textContent = label;
    }
  }
  return new XMLSerializer().serializeToString(whole);
}

interface LegendEntry {
  readonly label: string;
  readonly fill: string;
  readonly x: number;
}

function legendRows(figure: Element, width: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [];
  let x = Infinity;
  for (const entry of figure.querySelectorAll('.oriel-chart-legend [data-look]:not([data-hidden])')) {
    const label = entry.textContent.trim();
    const room = label.length * 6.5 + 30;
    if (x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ label, fill: colourOf(entry, '--_series'), x });
    x += room;
  }
  return rows;
}

/** A variable where an element stands, as a colour that is known everywhere. */
function colourOf(element: Element, variable: string): string {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.color = `var(${variable})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function copyLooks(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  for (const [index, child] of [...from.children].entries()) {
    const copy = to.children[index];
    if (copy) copyLooks(child, copy);
  }
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function add(parent: Element, name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  parent.append(element);
  return element;
}
