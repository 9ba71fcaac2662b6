import { describe, expect, it } from 'vitest';
import { createMasker } from './masker.ts';
import { maskingRules } from './masking-rules.ts';

function maskText(text: string): unknown {
  const { mask } = createMasker({ rules: Object.values(maskingRules) });
  const [patch] = mask([{ kind: 'trace', id: 't', at: 1, input: text }]);
  return patch?.kind === 'trace' ? patch.input : undefined;
}

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('hides what a person would call', () => {
  it.each([
    ['an email', 'ask ada.lovelace+x@mail.example.co.uk!', 'ask <email>!'],
    ['an email beyond ASCII', 'an größe@münchen.example', 'an <email>'],
    [
      'an email after an escaped line end',
      String.raw`{"t":"hi\nada@example.com"}`,
      String.raw`{"t":"hi\n<email>"}`,
    ],
    ['a list of emails', 'a@b.example,c@d.example;e@f.example', '<email>,<email>;<email>'],
    ['an international phone', 'call +49 30 901820 now', 'call <phone> now'],
    ['a phone with brackets', 'call +1 (415) 555-2671.', 'call <phone>.'],
    ['a North American phone', 'call (415) 555-2671 or 415-555-2671', 'call <phone> or <phone>'],
    ['a Chinese mobile phone', '电话13812345678。', '电话<phone>。'],
    ['a card', 'card 4111 1111 1111 1111, thanks', 'card <card>, thanks'],
    ['a card with hyphens', '5500-0000-0000-0004', '<card>'],
    ['an American Express card', 'amex 378282246310005', 'amex <card>'],
    ['an IBAN', 'to DE89 3704 0044 0532 0130 00 PLEASE', 'to <iban> PLEASE'],
    ['an IBAN without spaces', 'GB82WEST12345698765432', '<iban>'],
    ['an IPv4 address', 'from 203.0.113.7.', 'from <ip>.'],
    ['an address in a URL', 'http://203.0.113.7:8080/a', 'http://<ip>:8080/a'],
    ['an IPv6 address', 'from 2001:db8::ff00:42:8329 on', 'from <ip> on'],
    ['a full IPv6 address', '[2001:0db8:85a3:0000:0000:8a2e:0370:7334]:443', '[<ip>]:443'],
    ['a JSON Web Token', `token ${TOKEN} end`, 'token <jwt> end'],
    [
      'a private key',
      'a\n-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg==\n-----END PRIVATE KEY-----\nb',
      'a\n<pem>\nb',
    ],
    [
      'a private key in JSON',
      String.raw`{"k":"-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADANBg==\n-----END RSA PRIVATE KEY-----\n"}`,
      String.raw`{"k":"<pem>\n"}`,
    ],
    ['a private key that was cut off', 'a -----BEGIN EC PRIVATE KEY-----\nMIIEvQIBADAN', 'a <pem>'],
    ['a bearer header', 'Authorization: Bearer abc123def456ghi789', 'Authorization: Bearer <authorization>'],
    ['a basic header', `-H 'basic ${btoa('ada:secret')}'`, "-H 'basic <authorization>'"],
    [
      'a password in JSON that is text',
      '{"user":"ada","password":"hunter2"}',
      '{"user":"ada","password":"<credential>"}',
    ],
    [
      'a key in JSON within JSON',
      String.raw`{"a":"{\"apiKey\":\"x\\\"y\",\"n\":1}"}`,
      String.raw`{"a":"{\"apiKey\":\"<credential>\",\"n\":1}"}`,
    ],
    ['a number as password', '{"password": 123456}', '{"password": "<credential>"}'],
    [
      'a key in an address',
      'https://x.example/a?api_key=abc&b=1',
      'https://x.example/a?api_key=<credential>&b=1',
    ],
    ['a password in an address', 'postgres://ada:hunter2@db/x', 'postgres://ada:<credential>@db/x'],
  ])('%s', (_, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    'sk-abcdefghijklmnop1234',
    'sk-proj-Ab1_cdefghijklmnopqrst',
    'sk-ant-api03-AbCdEf-1234567890',
    'sk-lf-fixture',
    'pk-lf-1234abcd-ef56',
    'AKIAIOSFODNN7EXAMPLE',
    'AIzaSyA1234567890abcdefghijklmnopqrstuv',
    'ghp_1234567890abcdefghijABCDEFGHIJ123456',
    'github_pat_11ABCDEFG0abcdefghij_klmnop',
    'glpat-abcdefghij1234567890',
    'xoxb-123456789012-abcdefABCDEF',
    'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH',
    'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    'whsec_abcdefghijklmnopqrst1234',
    'npm_abcdefghijklmnopqrstuvwxyz0123456789',
    'gsk_abcdefghijklmnopqrstuvwxyz',
    'xai-abcdefghijklmnopqrstuvwxyz',
    'SG.abcdefghijklmnop.qrstuvwxyzABCDEFGH',
    'lsv2_pt_0123456789abcdef0123_45',
    'r8_abcdefghijklmnopqrstuvwxyz',
    'ya29.a0AfH6SMBabcdefghijklmnop',
  ])('the API key %s', (key) => {
    expect(maskText(`key=${key}`)).toBe('key=<api-key>');
    expect(maskText(String.raw`{"a":"line\n${key}"}`)).toBe(String.raw`{"a":"line\n<api-key>"}`);
  });
});

it.each([
  '4bf92f3577b34da6a3ce929d0e0e4736',
  '550e8400-e29b-41d4-a716-446655440000',
  '12345678-1234-1234-1234-123456789012',
  '2025-03-07T12:00:00.123456Z',
  '2025-03-07 12:00:00+01:00',
  '1741348800000 and 1741348800000000000',
  '0.4111111111111111 and -4111111111111111e-5',
  'package@4.7.0 and @scope/name@1.0.0',
  'v1.2.3.4, Chrome/120.0.0.0 and version 10.0.1.2',
  'http://127.0.0.1:4010',
  'std::vector<a::b> and 12:30:45',
  'aa:bb:cc:dd:ee:ff',
  'gpt-4o-2024-08-06, claude-3-5-sonnet-20241022',
  'task-force desk-lamp-with-very-long-name-here',
  'sk-loading-indicator-with-dots',
  'a basic understanding, the bearer certificates of basic authentication',
  '{"total_tokens":150,"max_tokens":4096,"token":"Hello"}',
  '{"properties":{"password":{"type":"string"}},"required":["password"]}',
  'DE89 3704 0044 0532 0130 01',
  '4111 1111 1111 1112',
  'call 555-1234 or room 101-202-3003',
  'data:image/png;base64,iVBORw0KGgo+12345678901/AAAA==',
  '@@@langfuseMedia:type=image/png|id=Gf6hLSvqN1PTIcmGxxTtyc|source=bytes@@@',
])('leaves alone: %s', (text) => {
  expect(maskText(text)).toBe(text);
});

// Time in proportion to the square of the text would be minutes.
it('is through with any text soon, whatever the text', { timeout: 60_000 }, () => {
  const hostile = [
    '@'.repeat(200_000),
    'a'.repeat(200_000) + '@',
    'a@'.repeat(100_000),
    'a.'.repeat(100_000) + '@a',
    '1'.repeat(200_000),
    '1 '.repeat(100_000),
    '+1'.repeat(100_000),
    '+(1'.repeat(70_000),
    ':'.repeat(200_000),
    'a:'.repeat(100_000),
    'AB12'.repeat(50_000),
    'DE89 '.repeat(40_000),
    'eyJ'.repeat(70_000),
    'eyJaaaaaaaa.'.repeat(20_000),
    '-----BEGIN '.repeat(20_000),
    '-----BEGIN A-----' + '-'.repeat(200_000),
    String.raw`-----BEGIN A-----\\\\\\\\\\`.repeat(10_000),
    'sk-'.repeat(70_000),
    'sk-' + 'a'.repeat(200_000),
    'Bearer '.repeat(30_000),
    'Bearer ' + ' '.repeat(200_000),
    '"password":"'.repeat(20_000),
    String.raw`\"password\":\"`.repeat(20_000) + '\\'.repeat(100_000),
    '"'.repeat(200_000),
    '"a":'.repeat(50_000),
    '://'.repeat(70_000) + '@',
    '?a=b@&'.repeat(40_000),
    '1.1.1.'.repeat(40_000),
  ];
  for (const text of hostile) expect(maskText(text), text.slice(0, 40)).toBeTypeOf('string');
});
