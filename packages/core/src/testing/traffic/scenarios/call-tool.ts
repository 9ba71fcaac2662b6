import { strikes } from '../run.ts';
import type { Run } from '../run.ts';
import type { OrderTool } from './order-tools.ts';

/** Records a call of a tool: its result as JSON text, or its error, which the model reads as well. */
export function callTool(run: Run, { name, input, output, duration }: OrderTool): string {
  const { trace, dice } = run;
  const { slots } = run.turn.conversation;
  const asked = { type: 'TOOL', name, input: input(slots) } as const;
  if (strikes(run, 'tool-error')) {
    const statusMessage = dice.pick([
      `TimeoutError: the API of ${slots.carrier} did not answer within 10 s`,
      `HTTPError: 503 Service Unavailable for order ${slots.order}`,
      `ValidationError: "order_id" must match ^[A-Z]{2}-\\d{6}$`,
    ]);
    trace.step(
      { ...asked, level: 'ERROR', statusMessage },
      statusMessage.startsWith('Timeout') ? 10_004 : 240,
    );
    return JSON.stringify({ error: statusMessage });
  }
  const result = output(slots, dice);
  trace.step({ ...asked, output: result }, duration * dice.spread());
  return JSON.stringify(result);
}
