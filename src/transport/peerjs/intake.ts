import { Bucket, type Rate } from '../../lib/bucket.js';

const MESSAGES = { burst: 500, perSecond: 100 };
/** UTF-16 units. */
const LENGTH = { burst: 4_000_000, perSecond: 1_000_000 };
/** Who sends stays this far below what the other side takes in. */
const MARGIN = 0.8;

/** How much of what one member sends is taken in; `Outbox` keeps to it, so only who does not is ever cut short. */
export class Intake {
  readonly #messages: Bucket;
  readonly #length: Bucket;

  constructor(side: 'sending' | 'receiving') {
    const scaled = ({ burst, perSecond }: Rate): Rate => (side === 'sending' ? { burst: burst * MARGIN, perSecond: perSecond * MARGIN } : { burst, perSecond });
    this.#messages = new Bucket(scaled(MESSAGES));
    this.#length = new Bucket(scaled(LENGTH));
  }

  take(text: string): boolean {
    return this.#messages.take() && this.#length.take(text.length);
  }
}
