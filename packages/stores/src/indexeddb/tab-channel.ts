/** Tells the other tabs that the log has grown. Only that it has: what is in it they read themselves. */
export class TabChannel {
  readonly #channel: BroadcastChannel;

  constructor(name: string, onGrown: () => void) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener('message', onGrown);
  }

  tellGrown(): void {
    this.#channel.postMessage('grown');
  }

  close(): void {
    this.#channel.close();
  }
}
