'use client';

import { usePresentation } from './presentation.ts';
import { TextBlock } from './text-block.tsx';

interface ReasoningBlockProps {
  /** `null` where the vendor hides it. */
  text: string | null;
}

/** What a model thought before it answered: folded, because the answer is what people come for. */
export function ReasoningBlock({ text }: ReasoningBlockProps) {
  const { messages, format } = usePresentation();
  if (text === null) return <p className="oriel-quiet">{messages.payload.reasoningHidden}</p>;
  return (
    <details className="oriel-reasoning">
      <summary>
        {messages.payload.reasoning}
        <span className="oriel-text-button-detail">{format.count(text.length)}</span>
      </summary>
      <TextBlock text={text} />
    </details>
  );
}
