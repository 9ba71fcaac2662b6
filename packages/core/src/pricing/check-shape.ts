type Kind = 'text' | 'number' | 'flag' | 'map' | readonly [Shape];
type Shape = Readonly<Record<string, Kind>>;

const TIER_SHAPE: Shape = {
  name: 'text',
  isDefault: 'flag',
  priority: 'number',
  conditions: [{ kind: 'text' }],
  prices: 'map',
};
const LIST_SHAPE: Shape = {
  name: 'text',
  date: 'text',
  rules: [{ id: 'text', matchPattern: 'text', tiers: [TIER_SHAPE] }],
};

const IS_KIND: Readonly<Record<Exclude<Kind, object>, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  map: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** True when a value is a price list as far as its members go; what they say is another question. */
export function checkShape(value: unknown, report: (path: string, message: string) => void): boolean {
  return hasShape(value, '', LIST_SHAPE, report);
}

function hasShape(
  value: unknown,
  path: string,
  shape: Shape,
  report: (path: string, message: string) => void,
): boolean {
  if (!IS_KIND.map(value)) {
    report(path === '' ? 'list' : path, 'is no object');
    return false;
  }
  let isSound = true;
  for (const [name, kind] of Object.entries(shape)) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    const memberPath = path === '' ? name : `${path}.${name}`;
    if (typeof kind === 'string') {
      if (IS_KIND[kind](member)) continue;
      report(memberPath, `is ${member === undefined ? 'missing' : `no ${kind}`}`);
      isSound = false;
    } else if (Array.isArray(member)) {
      for (const [index, item] of member.entries()) {
        isSound = hasShape(item, `${memberPath}[${index}]`, kind[0], report) && isSound;
      }
    } else {
      report(memberPath, `is ${member === undefined ? 'missing' : 'no list'}`);
      isSound = false;
    }
  }
  return isSound;
}
