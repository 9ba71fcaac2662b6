import type { JsonValue, ObservationPatch, Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { createMasker } from './masker.ts';
import { patternRule } from './masking-rule.ts';
import { maskingRules } from './masking-rules.ts';

const everything = { rules: Object.values(maskingRules) };

function observation(fields: Partial<ObservationPatch>): ObservationPatch {
  return { kind: 'observation', id: 'o', traceId: 't', at: 1, ...fields };
}

function maskInput(input: JsonValue, options = {}): JsonValue | undefined {
  const [patch] = createMasker(options).mask([observation({ input })]);
  return patch?.kind === 'observation' ? patch.input : undefined;
}

it('masks every field that may hold text of a client', () => {
  const secret = 'ada@example.com';
  const { mask } = createMasker(everything);
  const masked = mask([
    observation({
      name: secret,
      statusMessage: `failed for ${secret}`,
      model: secret,
      modelParameters: { user: secret },
      version: secret,
      input: [{ role: 'user', content: secret }],
      output: { tool_calls: [{ arguments: JSON.stringify({ to: secret }) }] },
      inputMessages: { '1': { content: secret } },
      tools: [{ name: 'send', description: `to ${secret}`, parameters: { default: secret } }],
      provenance: { rawUsage: { note: secret } },
      metadata: { attributes: { 'app.user': secret } },
      usage: { [secret]: 1 },
      cost: { [secret]: 1 },
    }),
    { kind: 'trace', id: 't', at: 1, name: secret, tags: [secret], release: secret, output: secret },
    { kind: 'score', id: 's', at: 1, name: secret, value: secret, comment: secret, metadata: { by: secret } },
  ]);

  expect(JSON.stringify(masked)).not.toContain('ada@');
  expect(JSON.stringify(masked)).toContain('failed for <email>');
});

it('keeps ids, which join records, and what is no text', () => {
  const patches: Patch[] = [
    { kind: 'trace', id: 'ada@example.com', at: 1, userId: 'ada@example.com', sessionId: '4111111111111111' },
    {
      ...observation({ parentId: 'ada@example.com', startTime: 4_111_111_111_111_111 }),
      id: 'ada@example.com',
    },
  ];

  expect(createMasker(everything).mask(patches)).toBe(patches);
});

it('leaves counts and costs numbers, whatever they are named and however long they are', () => {
  const usage = { password: 1, input: 4_111_111_111_111_111 };

  expect(createMasker(everything).mask([observation({ usage })])).toEqual([observation({ usage })]);
});

it('gives users pseudonyms that differ as they do', () => {
  const { mask } = createMasker({ ...everything, userIds: 'pseudonym' });
  const users = ['ada@example.com', 'bob@example.com', 'ada@example.com', 'user-7'].map((userId) => {
    const [patch] = mask([{ kind: 'trace', id: 't', at: 1, userId }]);
    return patch?.kind === 'trace' ? patch.userId : undefined;
  });

  expect(users[0]).toMatch(/^<email> [\da-f]{12}$/);
  expect(users[1]).not.toBe(users[0]);
  expect(users[2]).toBe(users[0]);
  expect(users[3]).toBe('user-7');
});

it('hides credentials without being asked for it', () => {
  expect(
    maskInput({
      apiKey: 'abc',
      'x-api-key': ['abc', 'def'],
      OPENAI_API_KEY: 'abc',
      'http.request.header.authorization': 'Negotiate abc',
      Cookie: 'session=abc',
      dbPassword: 1234,
      headers: [
        { name: 'Authorization', value: 'abc' },
        { key: 'accept', value: 'text/html' },
        ['x-api-key', 'abc'],
      ],
    }),
  ).toEqual({
    apiKey: '<credential>',
    'x-api-key': ['<credential>', '<credential>'],
    OPENAI_API_KEY: '<credential>',
    'http.request.header.authorization': '<credential>',
    Cookie: '<credential>',
    dbPassword: '<credential>',
    headers: [
      { name: 'Authorization', value: '<credential>' },
      { key: 'accept', value: 'text/html' },
      ['x-api-key', '<credential>'],
    ],
  });
});

it('keeps what is only named like a credential', () => {
  const input = {
    hasPassword: true,
    password: null,
    apiKey: '',
    token: 'Hello',
    max_tokens: 5,
    properties: { password: { type: 'string' } },
  };

  expect(maskInput(input)).toBe(input);
});

it('masks names of members, and keeps both values when two become one', () => {
  expect(maskInput({ 'a@example.com': 1, x: 2, 'b@example.com': 3 }, everything)).toEqual({
    '<email>': 1,
    x: 2,
    '<email> (2)': 3,
  });
});

// Looking for a free number from 1 each time would be minutes.
it('numbers even very many names that become one', { timeout: 60_000 }, () => {
  const input = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, index) => [`u${index}@example.com`, index]),
  );

  expect(Object.keys(maskInput(input, everything) as object)).toHaveLength(50_000);
});

it('keeps a member named __proto__ a member', () => {
  const input = JSON.parse('{"__proto__":{"mail":"a@example.com"}}') as JsonValue;

  expect(JSON.stringify(maskInput(input, everything))).toBe('{"__proto__":{"mail":"<email>"}}');
});

it('finds cards among numbers, and only cards', () => {
  const input = {
    card: 4_111_111_111_111_111,
    at: 1_741_348_800_000,
    count: 4_111_111_111_111_112,
    score: 0.5,
  };

  expect(maskInput(input, everything)).toEqual({ ...input, card: '<card>' });
});

it('counts what each rule hid', () => {
  const { mask, counts } = createMasker(everything);
  mask([observation({ input: 'a@example.com, b@example.com', metadata: { password: 'x' } })]);

  expect(counts()).toMatchObject({ email: 2, credential: 1, card: 0 });
});

it('changes nothing when it goes over masked values again', () => {
  const { mask, counts } = createMasker(everything);
  const input = { api_key: 'abc', text: '{"password":"abc"} a@example.com Bearer abcdefgh12345678' };
  const once = mask([observation({ input })]);
  const before = counts();

  expect(mask(once)).toBe(once);
  expect(counts()).toEqual(before);
});

it('hands every text to the function of the host, after the rules', () => {
  const seen: unknown[] = [];
  const mask = (text: string, at: unknown) => {
    seen.push([text, at]);
    return text.toUpperCase();
  };

  expect(maskInput({ a: ['b@example.com', 'c'] }, { ...everything, mask })).toEqual({ a: ['<EMAIL>', 'C'] });
  expect(seen).toEqual([
    ['<email>', { record: 'observation', field: 'input' }],
    ['c', { record: 'observation', field: 'input' }],
  ]);
});

it('hides the text and keeps the record when the function of the host fails', () => {
  const mask = (text: string) => {
    if (text === 'boom') throw new Error('no');
    return text === 'odd' ? (undefined as unknown as string) : text;
  };
  const { mask: maskAll, counts } = createMasker({ mask });

  expect(maskAll([observation({ input: ['fine', 'boom', 'odd'] })])).toMatchObject([
    {
      id: 'o',
      input: [
        'fine',
        '<fully masked due to failed mask function>',
        '<fully masked due to failed mask function>',
      ],
    },
  ]);
  expect(counts()['mask-failed']).toBe(2);
});

it('hides the text when a rule of the host answers none', () => {
  const forgetful = { name: 'forgetful', mask: () => undefined as unknown as string };

  expect(maskInput('fine', { rules: [forgetful] })).toBe('<fully masked due to failed mask function>');
});

it('takes patterns of the host, and refuses those that make no sense', () => {
  const customer = patternRule('customer', /KD-\d{4}/);

  expect(maskInput('KD-1234 and KD-9999', { rules: [customer] })).toBe('<customer> and <customer>');
  expect(() => patternRule('all', /x*/)).toThrow(/matches the empty text/);
  expect(() => createMasker({ rules: [customer, customer] })).toThrow(
    /Two masking rules are named "customer"/,
  );
});

it('hides what nests too deeply to be looked through', () => {
  let deep: JsonValue = 'a@example.com';
  for (let depth = 0; depth < 5000; depth += 1) deep = [deep];

  expect(JSON.stringify(maskInput(deep, everything))).toContain('<fully masked due to failed mask function>');
});
