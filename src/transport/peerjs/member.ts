import { Emitter } from '../../lib/emitter.js';
import { later } from '../../lib/later.js';
import type { Hello, MemberMessage } from '../envelope.js';
import { SLOTS, type Json, type LinkState, type LinkTimes, type MemberLeaveReason, type Slot } from '../transport.js';
import type { Link } from './link.js';
import { Mailbag } from './mailbag.js';
import type { DropReason } from './signal-guard.js';

/** A link that stands and is not needed is closed after this long. */
const SPARE_MS = 5_000;

export interface SlotChange {
  readonly slot: Slot;
  readonly track: MediaStreamTrack | null;
}

interface MemberEvents {
  /** It is there: it took our offer, or its own got through. */
  join: void;
  state: LinkState;
  track: SlotChange;
  data: Json;
  /** It said who it knows. */
  hello: Hello;
  dropped: DropReason;
  /** A link's other side could not prove itself. */
  distrusted: void;
  /** A link's data channel opened. */
  channel: Link;
  /** A link's media path stands. */
  connected: Link;
  /** It said that it goes, or nothing is left to reach it by. */
  end: MemberLeaveReason;
}

/**
 * One member and the links to it: the one in use and, while that one is being replaced, its successor. Whatever
 * happens to the links, the member stays the same one until `end`.
 */
export class Member extends Emitter<MemberEvents> {
  /** null until the answer to an offer that went to the room's rendezvous shows who took it. */
  id: string | null;
  readonly #mail = new Mailbag();
  readonly #links = new Set<Link>();
  #hello: Hello | null = null;
  #current: Link | null = null;
  #joined = false;
  #times: LinkTimes | null = null;
  /** When a link was last closed by us. */
  #closedAt = -Infinity;
  #toldState: LinkState = 'connecting';

  constructor(id: string | null) {
    super();
    this.id = id;
  }

  get joined(): boolean {
    return this.#joined;
  }

  /** What it last said of itself. */
  get hello(): Hello | null {
    return this.#hello;
  }

  /** The link in use. */
  get current(): Link | null {
    return this.#current;
  }

  get links(): readonly Link[] {
    return [...this.#links];
  }

  /** Links that are not in use (yet). */
  get pending(): readonly Link[] {
    return this.links.filter((link) => link !== this.#current);
  }

  /** Links being made out of our offers. */
  get ours(): readonly Link[] {
    return this.pending.filter(({ isCaller, state }) => isCaller && state === 'connecting');
  }

  /** Links being made out of its offers. */
  get theirs(): readonly Link[] {
    return this.pending.filter(({ isCaller, state }) => !isCaller && state === 'connecting');
  }

  get state(): LinkState {
    return this.#current?.state ?? (this.#times ? 'interrupted' : 'connecting');
  }

  /** Times of the first link that stood. */
  get times(): LinkTimes | null {
    return this.#times;
  }

  /** Megabytes wait for it. */
  get isCongested(): boolean {
    return this.#mail.isFull;
  }

  add(link: Link): void {
    this.#links.add(link);
    link.on('state', () => this.#follow(link));
    link.on('message', (message) => this.#receive(link, message));
    link.on('dropped', (reason) => this.emit('dropped', reason));
    link.on('distrusted', () => this.emit('distrusted', undefined));
    link.on('channel', () => {
      this.emit('channel', link);
      if (link !== this.#current) this.#takeOver(link);
      this.#deliver();
    });
    link.on('end', (reason) => this.#drop(link, reason));
  }

  /** What it says of itself changed. */
  learn(hello: Hello): void {
    const before = this.#hello?.slots ?? [];
    this.#hello = hello;
    if (this.#joined) this.#tellSlots(SLOTS.filter((slot) => before.includes(slot) !== hello.slots.includes(slot)));
  }

  /** It took the offer that was made over `link`: shown from now on, while the path is being made. */
  accept(link: Link, hello: Hello): void {
    this.learn(hello);
    if (!this.#joined) this.#use(link);
  }

  /** Says something about the link or oneself; it is repeated by the `hello` of each new link. */
  tell(message: object): void {
    this.#ready?.send(message);
  }

  /** Says something that must arrive once and in order. */
  say(data: Json): void {
    this.#mail.put(data);
    this.#deliver();
  }

  /** Ends it. Idempotent. */
  end(reason: MemberLeaveReason): void {
    const links = this.links;
    this.#links.clear();
    for (const link of links) link.close(reason);
    this.#finish(reason);
  }

  get #ready(): Link | undefined {
    return this.#current?.isReady ? this.#current : this.links.find((link) => link.isReady);
  }

  #deliver(): void {
    const link = this.#ready;
    if (link) this.#mail.give(link);
  }

  #follow(link: Link): void {
    if (link.state === 'connected') {
      this.#times ??= link.times;
      this.emit('connected', link);
    }
    if (link !== this.#current) return this.#takeOver(link);
    // It came back by itself, so what was to replace it is not needed.
    if (link.state === 'connected') this.#clear(({ isCaller }) => isCaller);
    const spare = link.state === 'interrupted' && this.pending.find((other) => this.#isUsable(other));
    return spare ? this.#use(spare) : this.#tellState();
  }

  /** Uses a link where the one in use does not stand; one that is not needed is closed in a while. */
  #takeOver(link: Link): void {
    if (this.#isUsable(link) && this.#current?.state !== 'connected') {
      this.#clear(({ state }) => state === 'connecting');
      return this.#use(link);
    }
    // The other side keeps the link that it heard us over, and closes the rest.
    later(SPARE_MS, link.signal, () => link !== this.#current && link.close('lost'));
  }

  /** What is to replace a link must have its channel: the other side may have closed it, unheard, as the old one came back. */
  #isUsable(link: Link): boolean {
    return link.state === 'connected' && (link.isReady || link.times === this.#times);
  }

  #use(link: Link): void {
    this.#current = link;
    const isNew = !this.#joined;
    this.#joined = true;
    if (isNew) this.emit('join', undefined);
    this.#tellState();
    this.#tellSlots(this.#hello?.slots ?? []);
    this.#deliver();
  }

  /** Closes links that are not in use. */
  #clear(isUseless: (link: Link) => boolean): void {
    for (const link of this.pending) if (isUseless(link)) link.close('lost');
  }

  #receive(link: Link, message: MemberMessage): void {
    if (message.kind === 'bye') return this.end('left');
    if (message.kind === 'ping') link.sendFirst({ kind: 'pong', got: this.#mail.got });
    if (message.kind === 'pong') this.#mail.confirm(message.got);
    if (message.kind === 'slots') return this.learn({ profile: null, roster: [], ...this.#hello, slots: message.slots });
    if (message.kind === 'hello') {
      this.learn(message.hello);
      return this.emit('hello', message.hello);
    }
    // What comes over the path proves that it stands, whichever event the browser fires first.
    if (!this.#joined) this.#use(link);
    // Heard over the new path: now the old one can go.
    if (link === this.#current) this.#clear(({ state }) => state === 'interrupted');
    if (message.kind === 'data' && this.#mail.accept(message.n)) this.emit('data', message.data);
  }

  #drop(link: Link, reason: MemberLeaveReason): void {
    if (!this.#links.delete(link)) return;
    if (reason === 'lost') this.#closedAt = performance.now();
    if (link !== this.#current && this.#links.size > 0) return;
    // A closed channel is a farewell only where it was the last one: a link that was replaced closes, too. And when we
    // have just closed one as well, each side may have closed what the other uses.
    const isFarewell = reason === 'left' && performance.now() - this.#closedAt > SPARE_MS;
    if (this.#links.size === 0 && (isFarewell || !this.#times)) return this.#finish(reason);
    this.#current = null;
    const next = this.links.find(({ state }) => state === 'connected');
    // Told even where the state is as before: what was proved or compared over the former connection is to be looked at anew.
    if (!next) return this.#tellState();
    this.#toldState = 'interrupted';
    this.#use(next);
  }

  #finish(reason: MemberLeaveReason): void {
    this.#current = null;
    this.emit('end', reason);
  }

  #tellState(): void {
    if (this.state === this.#toldState) return;
    this.#toldState = this.state;
    this.emit('state', this.state);
  }

  #tellSlots(slots: readonly Slot[]): void {
    for (const slot of slots) {
      const isPublished = this.#hello?.slots.includes(slot);
      this.emit('track', { slot, track: (isPublished && this.#current?.media.receiverTrack(slot)) || null });
    }
  }
}
