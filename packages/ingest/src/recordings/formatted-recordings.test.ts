import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readConversation } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { listScenarios, readRecording } from './read-recording.ts';
import { replay } from './replay.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** How the detail of an observation shows a value. */
function shownAs(value: JsonValue): 'nothing' | 'text' | 'conversation' | 'data' {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return 'text';
  return readConversation(value) ? 'conversation' : 'data';
}

async function generationsShownAs(): Promise<Readonly<Record<string, readonly string[]>>> {
  const shown: Record<string, string[]> = {};
  const clients = (await readdir(FIXTURES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name: client } of clients) {
    for (const scenario of await listScenarios(join(FIXTURES, client))) {
      const { traces } = await replay((await readRecording(join(FIXTURES, client, scenario))).requests);
      for (const { observations, payloads } of traces) {
        for (const { id, type, name } of observations) {
          if (type !== 'GENERATION') continue;
          for (const side of ['input', 'output'] as const) {
            const way = shownAs(payloads.get(id)?.[side] ?? null);
            (shown[way] ??= []).push(`${client}/${scenario}: ${side} of ${name}`);
          }
        }
      }
    }
  }
  return shown;
}

it('shows the messages of every recorded client as a conversation, and only data as data', async () => {
  const shown = await generationsShownAs();

  expect(shown['conversation']?.length).toBeGreaterThan(300);
  // Answers by schema, texts to embed, and what programs gave their own generations: none of it is a message.
  expect([...new Set(shown['data'])]).toEqual([
    'ai-sdk-v5/langfuse-processor: output of ai.generateObject.doGenerate',
    'ai-sdk-v5/travel-agent: output of ai.generateObject.doGenerate',
    'ai-sdk-v6/langfuse-processor: output of ai.generateObject.doGenerate',
    'ai-sdk-v6/travel-agent: output of ai.generateObject.doGenerate',
    'ai-sdk-v7/travel-agent-legacy: output of ai.generateObject.doGenerate',
    'langfuse-openai-v5/chat-tools: input of embed',
    'langfuse-otel-v5/chat-media: input of whisper',
    'langfuse-otel-v5/experiment: input of lookup',
    'langfuse-otel-v5/experiment: output of lookup',
    'langfuse-vercel-v3/langfuse-vercel: output of ai.generateObject.doGenerate',
    'openinference-vercel/travel-agent-v6: output of ai.generateObject.doGenerate next-city',
  ]);
});
