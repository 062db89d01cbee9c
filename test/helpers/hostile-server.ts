/** What passes between a page and the signalling server. */
export interface Wire {
  readonly type: string;
  readonly src: string;
  readonly dst: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Rewrite = (message: Wire) => readonly Wire[];

/**
 * Makes the signalling server hostile, from inside the page: sees, changes, withholds and forges every message between
 * members. Messages to oneself (echo, heartbeat) pass untouched.
 */
export class HostileServer {
  /** Every message between members that was sent, before any change. */
  readonly seen: Wire[] = [];
  /** What the server makes of a message. */
  rewrite: Rewrite = (message) => [message];
  readonly #sockets = new Map<string, WebSocket[]>();
  readonly #usual = window.WebSocket;

  constructor() {
    const note = (id: string, socket: WebSocket): void => void this.#sockets.set(id, [...(this.#sockets.get(id) ?? []), socket]);
    const relay = (id: string, text: string): readonly string[] => this.#relay(id, text);
    window.WebSocket = class extends this.#usual {
      readonly id: string;

      constructor(url: string | URL) {
        super(url);
        this.id = new URL(url).searchParams.get('id') ?? '';
        note(this.id, this);
      }

      override send(text: string): void {
        for (const line of relay(this.id, text)) super.send(line);
      }
    };
  }

  /** Hands a message to whoever is registered as its `dst`, in the name of its `src`. */
  forge(message: Wire): void {
    const { dst } = message;
    for (const socket of this.#sockets.get(dst) ?? []) socket.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  /** The first message sent that fits. */
  first(type: string, from?: string): Wire {
    const found = this.seen.find((message) => message.type === type && (from === undefined || message.src === from));
    if (!found) throw new Error(`no ${type}`);
    return found;
  }

  stop(): void {
    window.WebSocket = this.#usual;
  }

  #relay(src: string, text: string): readonly string[] {
    const sent = JSON.parse(text) as Wire;
    if (!('dst' in sent) || sent.dst === src) return [text];
    const message = { ...sent, src };
    this.seen.push(message);
    // A forged sender is delivered by hand; the real server would put in the socket's own id.
    return this.rewrite(message).flatMap((changed) => {
      if (changed.src === src) return [JSON.stringify(changed)];
      this.forge(changed);
      return [];
    });
  }
}
