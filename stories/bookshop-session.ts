import type { JsonValue, ObservationPatch, Patch } from '@oriel/core';

/** Id of the sample session. */
export const SESSION_ID = 'chat-2025-03-07';

/** 7 March 2025, 14:05:09 UTC: fixed, so that pictures of stories stay the same. */
const START = Date.UTC(2025, 2, 7, 14, 5, 9, 42);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const system = {
  role: 'system',
  content:
    'You are the support agent of a small bookshop. Be brief, be kind, and never invent a delivery date.',
};

interface Turn {
  readonly id: string;
  /** Milliseconds after the start of the session. */
  readonly from: number;
  readonly took: number;
  readonly name?: string;
  readonly input: JsonValue;
  readonly output: JsonValue;
  readonly userId?: string | null;
  readonly release?: string;
  readonly version?: string;
  readonly tools?: readonly string[];
  readonly level?: 'ERROR' | 'WARNING';
  readonly statusMessage?: string;
}

function turn(fields: Turn): Patch[] {
  const { id, from, took, tools = [], input, output, level, statusMessage } = fields;
  const at = START + from;
  const step = (
    one: Omit<ObservationPatch, 'kind' | 'at' | 'traceId' | 'startTime' | 'endTime'>,
    a: number,
    b: number,
  ) => ({
    kind: 'observation' as const,
    at,
    traceId: id,
    startTime: at + took * a,
    endTime: at + took * b,
    ...one,
  });
  const tokens = 900 + (took % 700);
  return [
    {
      kind: 'trace',
      at,
      id,
      isRecord: true,
      timestamp: at,
      name: fields.name ?? 'support-chat',
      userId: fields.userId === undefined ? 'ada@example.com' : fields.userId,
      sessionId: SESSION_ID,
      environment: 'production',
      release: fields.release ?? '2025.3.1',
      version: fields.version ?? 'v18',
      tags: ['web'],
      input,
      output,
    },
    step({ id: `${id}-agent`, type: 'AGENT', name: 'support-agent' }, 0, 1),
    step(
      { id: `${id}-plan`, parentId: `${id}-agent`, type: 'GENERATION', name: 'plan', model: 'gpt-5-mini' },
      0.05,
      0.3,
    ),
    ...tools.map((name, place) =>
      step(
        {
          id: `${id}-tool-${place}`,
          parentId: `${id}-agent`,
          type: 'TOOL',
          name,
          ...(level && place === 0 ? { level, ...(statusMessage ? { statusMessage } : {}) } : {}),
        },
        0.3,
        0.5,
      ),
    ),
    step(
      {
        id: `${id}-answer`,
        parentId: `${id}-agent`,
        type: 'GENERATION',
        name: 'answer',
        model: 'gpt-5',
        usage: { input: tokens, output: 180, total: tokens + 180 },
        cost: { total: tokens * 0.00000125 + 180 * 0.00001 },
      },
      0.5,
      1,
    ),
  ];
}

const user = (content: JsonValue) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });

const whereIsIt = user(
  'Hi! Where is my order 4711? It was meant to arrive on Tuesday and I leave on Friday.',
);
const onItsWay = assistant(
  'Your order left our warehouse in **Graz** this morning and is due tomorrow, Saturday, between 9 and 12.\n\nShall I have the courier text you an hour before?',
);
const yes = user('Yes please, and what exactly is in the parcel? I ordered in two goes.');
const contents = assistant(
  'Of course. The parcel holds everything of both orders:\n\n| book | copies | order |\n|---|---|---|\n| The Left Hand of Darkness | 1 | 4711 |\n| Piranesi | 2 | 4711 |\n| A Wizard of Earthsea | 1 | 4698 |\n\nThe courier will text you an hour before.',
);
const damaged = user([
  { type: 'text', text: 'It came, thank you. But one copy of Piranesi looks like this:' },
  { type: 'image_url', image_url: { url: `data:image/svg+xml;base64,${btoa(picture())}` } },
]);
const sorry = assistant(
  'I am sorry, that corner did not survive the journey. I have ordered a new copy for you, free of charge; there is no need to send the damaged one back.',
);

/** A conversation over four days: tools, a table, a picture, a failure, a complaint, and a new release in between. */
export const bookshopSession: readonly Patch[] = [
  ...turn({
    id: 'turn-1',
    from: 0,
    took: 4280,
    userId: null,
    input: { messages: [system, whereIsIt] },
    output: {
      messages: [
        system,
        whereIsIt,
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'c1', type: 'function', function: { name: 'find_order', arguments: '{"order":"4711"}' } },
            {
              id: 'c2',
              type: 'function',
              function: { name: 'track_parcel', arguments: '{"order":"4711","carrier":"post"}' },
            },
          ],
        },
        {
          role: 'tool',
          tool_call_id: 'c1',
          content: '{"customer":"ada@example.com","items":3,"total":61.4}',
        },
        {
          role: 'tool',
          tool_call_id: 'c2',
          content: '{"status":"in transit","hub":"Graz","due":"2025-03-08T09:00:00Z"}',
        },
        onItsWay,
      ],
    },
    tools: ['find_order', 'track_parcel'],
  }),
  ...turn({
    id: 'turn-2',
    from: 2 * MINUTE,
    took: 3120,
    input: { messages: [system, whereIsIt, onItsWay, yes] },
    output: contents,
    tools: ['find_order'],
  }),
  ...turn({
    id: 'turn-3',
    from: DAY + 41 * MINUTE,
    took: 6400,
    input: { messages: [system, whereIsIt, onItsWay, yes, contents, damaged] },
    output: sorry,
    tools: ['order_replacement'],
  }),
  ...turn({
    id: 'turn-4',
    from: 3 * DAY,
    took: 1900,
    name: 'help-center-answer',
    release: '2025.3.2',
    version: 'rag-5',
    input: { question: 'How do I change my address?' },
    output: {
      answer: 'Open **Account → Addresses** and press *Edit*. Orders that were sent keep the old one.',
      sources: ['help/addresses', 'help/orders'],
    },
  }),
  ...turn({
    id: 'turn-5',
    from: 3 * DAY + 3 * MINUTE,
    took: 8730,
    release: '2025.3.2',
    version: 'v19',
    input: {
      messages: [system, damaged, sorry, user('Any news of the new copy? You said it is on its way.')],
    },
    output: assistant(
      'I could not reach the courier just now. Going by what I know, your replacement has not left our warehouse yet. I am truly sorry for the wait.',
    ),
    tools: ['track_parcel', 'track_parcel'],
    level: 'ERROR',
    statusMessage: 'The courier did not answer within 5 seconds.',
  }),
  ...turn({
    id: 'turn-6',
    from: 3 * DAY + 4 * MINUTE,
    took: 410,
    name: 'summarize-case',
    release: '2025.3.2',
    version: 'v3',
    input: { case: '4711', since: '2025-03-07', turns: 5 },
    output: { mood: 'unhappy', topics: ['delivery', 'replacement'], escalate: true },
  }),
  score({ id: 's1', traceId: 'turn-2', name: 'user-feedback', value: 1, dataType: 'BOOLEAN', source: 'API' }),
  score({
    id: 's2',
    traceId: 'turn-3',
    name: 'helpfulness',
    value: 0.93,
    dataType: 'NUMERIC',
    source: 'EVAL',
  }),
  score({
    id: 's3',
    traceId: 'turn-5',
    name: 'user-feedback',
    value: 0,
    dataType: 'BOOLEAN',
    source: 'API',
    comment: 'You told me it was on its way three days ago!',
  }),
  score({
    id: 's4',
    traceId: 'turn-5',
    name: 'helpfulness',
    value: 0.31,
    dataType: 'NUMERIC',
    source: 'EVAL',
  }),
  score({ id: 's5', sessionId: SESSION_ID, name: 'csat', value: 2, dataType: 'NUMERIC', source: 'API' }),
];

function score(fields: {
  id: string;
  name: string;
  value: number | string;
  dataType: 'BOOLEAN' | 'NUMERIC';
  source: 'API' | 'EVAL';
  traceId?: string;
  sessionId?: string;
  comment?: string;
}): Patch {
  const at = START + 4 * DAY;
  return { kind: 'score', at, timestamp: at, environment: 'production', ...fields };
}

/** A book with a bent corner. */
function picture(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200">
<rect width="320" height="200" fill="#d8cfc0"/><path d="M92 24h136v128l-24 28H92z" fill="#7b2d26"/>
<path d="M228 152l-24 28 2-24z" fill="#f3ece0"/><rect x="92" y="24" width="12" height="156" fill="#5e211b"/>
<path d="M132 70h64M146 84h36" stroke="#e8d9b5" stroke-width="5"/><circle cx="164" cy="124" r="18" fill="none" stroke="#e8d9b5" stroke-width="4"/></svg>`;
}

const QUESTIONS = [
  'And what about the other parcel?',
  'Is that the price with delivery? I thought that orders of more than 30 euros are free, at least it says so on your page.',
  'Thanks!',
  'Could you send me the invoice again, please?',
  'No, the other one.',
];
const ANSWERS = [
  'It is on its way.',
  'Yes. Orders from 30 € on are delivered free of charge within the country:\n\n- by post in two days\n- by courier the next day, for 4 €\n\nYours goes by post.',
  'You are welcome.',
  'Done: the invoice is in your inbox. Anything else?',
  'I see, the one of Tuesday. It was refunded this morning, so the money should be back within three days.',
];

/** A conversation that never ends: the same one every time. */
export function longSession(turns: number): Patch[] {
  return Array.from({ length: turns }, (_, index) => {
    const at = START + (index + Math.floor(index / 9)) * 4 * MINUTE;
    const id = `long-${String(index).padStart(5, '0')}`;
    const question = QUESTIONS[(index * 7) % QUESTIONS.length] ?? '';
    const answer = ANSWERS[(index * 7) % ANSWERS.length] ?? '';
    return [
      {
        kind: 'trace' as const,
        at,
        id,
        isRecord: true,
        timestamp: at,
        name: 'support-chat',
        userId: 'ada@example.com',
        sessionId: SESSION_ID,
        environment: 'production',
        input: [user(`${question} (${index + 1})`)],
        output: answer,
      },
      {
        kind: 'observation' as const,
        at,
        traceId: id,
        id: `${id}-llm`,
        type: 'GENERATION' as const,
        name: 'answer',
        startTime: at,
        endTime: at + 800 + (index % 13) * 90,
        model: 'gpt-5-mini',
        usage: { input: 400 + index, output: 60, total: 460 + index },
        cost: { total: 0.0004 },
      },
    ];
  }).flat();
}
