'use client';

import type { ToolDefinition } from '@oriel/core';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { JsonOutline } from './json-outline.tsx';
import { TextBlock } from './text-block.tsx';

interface ToolDefinitionsProps {
  tools: readonly ToolDefinition[];
}

/** Tools that were offered to a model, each with what it takes, folded. */
export function ToolDefinitions({ tools }: ToolDefinitionsProps) {
  const { messages } = usePresentation();
  return (
    <ul className="oriel-tools" aria-label={messages.tools}>
      {tools.map((tool, place) => (
        <li key={place} className="oriel-tool">
          <div className="oriel-chat-tool-call-head">
            <TypeIcon type="TOOL" />
            <code>{tool.name}</code>
          </div>
          {tool.description !== null && <TextBlock text={tool.description} />}
          {tool.parameters !== null && (
            <details className="oriel-reasoning">
              <summary>{messages.payload.parameters}</summary>
              <JsonOutline value={tool.parameters} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
