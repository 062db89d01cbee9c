import { Bucket } from '../../lib/bucket.js';
import type { Json } from '../../transport/transport.js';
import { fieldsOf, Inbox } from '../member-message.js';
import { acceptedRate, READERS, type TalkMessages } from './talk-message.js';

/** Takes from each member only so many messages of each type, so that nobody drowns the others or the page. */
export class TalkInbox extends Inbox<TalkMessages> {
  /** How many messages of each member were not taken: misshapen, of no known type, or too many. */
  readonly dropped = new Map<string, number>();
  readonly #buckets = new Map<string, Bucket>();

  constructor() {
    super(READERS);
  }

  override receive(from: string, body: Json): boolean {
    const { type } = fieldsOf(body);
    const isTaken = isKnown(type) && this.#allows(from, type) && super.receive(from, body);
    if (!isTaken) this.dropped.set(from, (this.dropped.get(from) ?? 0) + 1);
    return isTaken;
  }

  #allows(from: string, type: keyof TalkMessages): boolean {
    const key = `${type} ${from}`;
    const bucket = this.#buckets.get(key) ?? new Bucket(acceptedRate(type));
    this.#buckets.set(key, bucket);
    return bucket.take();
  }
}

function isKnown(type: Json | undefined): type is keyof TalkMessages {
  return typeof type === 'string' && Object.hasOwn(READERS, type);
}
