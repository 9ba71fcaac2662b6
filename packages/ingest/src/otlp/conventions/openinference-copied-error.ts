import type { JsonValue } from '@oriel/core';
import type { OtlpSpan, SpanGroup } from '../otlp-export.ts';

const AI_SDK_SCOPES = new Set(['ai', 'gen_ai']);

/**
 * True where a span is no error but carries the one of another span: OpenInference's processor for the AI SDK marks
 * every span that ends after an error, with the error's message. The SDK itself records an exception, or finishes with
 * `error`, wherever something failed, so a message without either was copied.
 */
export function hasCopiedError(
  { attributes, events, hasErrorStatus, statusMessage }: OtlpSpan,
  { scope }: SpanGroup,
): boolean {
  return (
    hasErrorStatus &&
    statusMessage !== '' &&
    AI_SDK_SCOPES.has(scope.name) &&
    attributes.has('openinference.span.kind') &&
    !events.some(({ name }) => name === 'exception') &&
    !isError(attributes.get('ai.response.finishReason')) &&
    !isError(attributes.get('gen_ai.response.finish_reasons'))
  );
}

function isError(reason: JsonValue | undefined): boolean {
  return reason === 'error' || (Array.isArray(reason) && reason.includes('error'));
}
