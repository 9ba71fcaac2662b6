import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** Where requests go, and what they show. */
export interface Target {
  readonly url: string;
  readonly authorization: string;
}

/** Connections that stay open, as those of exporters do. */
export class Sender {
  readonly #agent: Agent;
  readonly #target: Target;

  constructor(target: Target, connections: number) {
    this.#target = target;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Resolves when an export is answered for. */
  async export(body: Uint8Array): Promise<void> {
    await this.#send('POST', '/v1/traces', 'application/x-protobuf', body);
  }

  /** Asks the store, and reads what it answers. */
  ask(method: string, args: unknown): Promise<Buffer> {
    const body = Buffer.from(JSON.stringify(args));
    return this.#send('POST', `/api/oriel/v1/traces/${method}`, 'application/json', body);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(method: string, path: string, contentType: string, body: Uint8Array): Promise<Buffer> {
    const headers = {
      authorization: this.#target.authorization,
      'content-type': contentType,
      'content-length': body.length,
    };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(this.#target.url + path, { method, headers, agent: this.#agent }, resolve);
      sent.once('error', reject);
      sent.end(body);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks);
    if (response.statusCode === 200) return answer;
    throw new Error(`${path} was answered with ${response.statusCode}: ${answer.toString().slice(0, 300)}`);
  }
}
