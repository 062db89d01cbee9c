import { Bucket } from '../../lib/bucket.js';
import { CallError } from '../call-error.js';
import { BY_HAND } from './talk-message.js';
import type { Talk, TalkSession } from './talk.js';

/** Raised hands and their order. Who is in the room tells newcomers how long its hand has been up. */
export function attachHands({ core, transport, inbox, signal, tell, mention }: TalkSession): Talk['raiseHand'] {
  const bucket = new Bucket(BY_HAND);
  /** When each hand went up (`performance.now()`), by participant id. */
  const raisedAt = new Map<string, number>();
  const number = (): void => {
    const order = [...raisedAt].sort(([, one], [, other]) => one - other).map(([id]) => id);
    for (const { id } of core.value.participants) core.update(id, { hand: order.indexOf(id) + 1 || null });
  };
  const set = (id: string, raised: boolean, ageMs: number): void => {
    if (raised === raisedAt.has(id)) return;
    if (raised) raisedAt.set(id, performance.now() - ageMs);
    else raisedAt.delete(id);
    number();
    const participant = core.value.participants.find((one) => one.id === id);
    if (participant) core.emit('call-hand', { participant, raised });
  };
  inbox.on('hand', ({ from, raised, ageMs }) => {
    if (core.other(from) && !core.config.disable.includes('hand')) set(from, raised, ageMs);
  }, signal);
  transport.on('member-join', ({ id }) => {
    const since = raisedAt.get(core.local.id);
    if (since !== undefined) mention({ type: 'hand', raised: true, ageMs: performance.now() - since }, id);
  }, signal);
  transport.on('member-leave', ({ id }) => {
    if (raisedAt.delete(id)) number();
  }, signal);
  signal.addEventListener('abort', () => core.updateLocal({ hand: null }), { once: true });
  return async (on = core.local.hand === null) => {
    if (on === raisedAt.has(core.local.id)) return;
    if (!bucket.take()) throw new CallError('rate-limited');
    tell({ type: 'hand', raised: on, ageMs: 0 });
    set(core.local.id, on, 0);
  };
}
