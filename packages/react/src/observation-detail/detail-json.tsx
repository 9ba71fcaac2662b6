'use client';

import { useMemo } from 'react';
import { parseContainer } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import type { NodePayload } from '../queries/payload-query.ts';
import { JsonTree } from '../payload/json-tree.tsx';
import { usePresentation } from './presentation.ts';

interface DetailJsonProps {
  payload: NodePayload | null;
}

/** Everything that was captured, as one tree of JSON. */
export function DetailJson({ payload }: DetailJsonProps) {
  const { messages } = usePresentation();
  const value = useMemo(() => everything(payload), [payload]);
  return (
    <div className="oriel-detail-json">
      <JsonTree value={value} label={messages.details} />
    </div>
  );
}

function everything(payload: NodePayload | null): JsonValue {
  if (!payload) return null;
  const { input, output, metadata } = payload;
  const more =
    'tools' in payload
      ? { modelParameters: payload.modelParameters, tools: payload.tools.map((tool) => ({ ...tool })) }
      : {};
  return { input: opened(input), output: opened(output), ...more, metadata };
}

/** JSON that came as text is opened, with its numbers as they were written. */
function opened(value: JsonValue): JsonValue {
  return typeof value === 'string' ? parseContainer(value) : value;
}
