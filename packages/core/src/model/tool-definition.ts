import type { JsonValue } from './json.ts';

/** A tool that was offered to a model. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string | null;
  /** JSON Schema of its arguments, as sent; `null` when there is none. */
  readonly parameters: JsonValue;
}
