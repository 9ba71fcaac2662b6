import { expect, it } from 'vitest';
import { levelUnlessInterrupted } from './interruption.ts';

it.each([
  'GraphInterrupt: [\n  {\n    "id": "1",\n    "value": "Pay?"\n  }\n]',
  'NodeInterrupt: wait',
  '[\n  {\n    "value": "Pay?"\n  }\n]\n\nGraphInterrupt: [\n  {}\n]\n    at interrupt (/app/x.js:1:1)',
])('an error that says %j is a pause', (message) => {
  expect(levelUnlessInterrupted('ERROR', message)).toEqual({ level: 'DEFAULT', isInterrupted: true });
});

it.each(['Error: the user said GraphInterrupt', 'Interrupted system call', '', null, undefined])(
  'an error that says %j stays one',
  (message) => {
    expect(levelUnlessInterrupted('ERROR', message)).toEqual({ level: 'ERROR' });
  },
);
