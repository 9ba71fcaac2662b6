import { OBSERVATIONS_PER_BODY } from './fresh-bodies.ts';
import { Sender } from './sender.ts';
import type { Target } from './sender.ts';

/** As many exporters as a small company has programs. */
const CONNECTIONS = 16;

/** Sends as fast as it is answered for so long, and answers how many observations a second were confirmed. */
export async function sendFor(
  seconds: number,
  target: Target,
  bodies: Iterator<Uint8Array>,
): Promise<number> {
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const sent = await sendWhile(() => performance.now() < end, target, bodies);
  return sent / ((performance.now() - begun) / 1000);
}

/** Sends as many observations, as fast as they are answered for. */
export async function sendSome(count: number, target: Target, bodies: Iterator<Uint8Array>): Promise<void> {
  let left = count;
  await sendWhile(() => (left -= OBSERVATIONS_PER_BODY) >= 0, target, bodies);
}

async function sendWhile(
  goesOn: () => boolean,
  target: Target,
  bodies: Iterator<Uint8Array>,
): Promise<number> {
  const sender = new Sender(target, CONNECTIONS);
  let sent = 0;
  const sendOn = async () => {
    while (goesOn()) {
      await sender.export(bodies.next().value as Uint8Array);
      sent += OBSERVATIONS_PER_BODY;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOn));
  sender.close();
  return sent;
}
