import { expect } from '@open-wc/testing';
import type { Slot, Transport, TransportEvents, TransportFactory, TransportOptions } from '../../src/transport/transport.js';
import { EventLog } from '../helpers/event-log.js';
import { audioTrack, colourOf, colourTrack } from '../helpers/tracks.js';

const NAMES = ['state', 'member-join', 'member-leave', 'member-link', 'track', 'message'] as const;

interface Member {
  readonly transport: Transport;
  readonly log: EventLog<TransportEvents>;
  readonly id: string;
}

/** What every transport must do. `setUp` gives a factory whose members reach one another. */
export function transportContract(name: string, setUp: () => Promise<{ factory: TransportFactory; server: string }>): void {
  describe(`transport contract: ${name}`, () => {
    const made: Transport[] = [];
    let room = '';
    let count = 0;

    beforeEach(() => {
      room = `contract ${count++} ${Math.random()}`;
    });

    afterEach(() => {
      for (const transport of made.splice(0)) transport.close();
    });

    async function member(patch: Partial<TransportOptions> = {}): Promise<Member> {
      const { factory, server } = await setUp();
      const transport = factory({ server, iceServers: null, relayOnly: false, maxParticipants: 8, ...patch });
      made.push(transport);
      return { transport, log: new EventLog(transport, NAMES), id: transport.localId };
    }

    function open({ transport }: Member, scope = 'here', signal = new AbortController().signal): Promise<void> {
      return transport.open({ room, scope, profile: { displayName: transport.localId.slice(0, 4) } }, signal);
    }

    async function pair(): Promise<[Member, Member]> {
      const [ada, ben] = [await member(), await member()];
      await open(ada);
      await open(ben);
      await Promise.all([ada.log.waitFor('member-join'), ben.log.waitFor('member-join')]);
      return [ada, ben];
    }

    const slotOf = (member: Member, slot: Slot, on: boolean): Promise<TransportEvents['track']> =>
      member.log.waitFor('track', (detail) => detail.slot === slot && (detail.track !== null) === on);

    it('opens an empty room', async () => {
      const ada = await member();
      await open(ada);
      expect(ada.log.all('state').at(-1)?.state).to.equal('open');
      expect(ada.log.all('member-join')).to.be.empty;
    });

    it('lets two meet, each once, with what they say of themselves', async () => {
      const [ada, ben] = await pair();
      expect(ada.log.all('member-join')).to.deep.equal([{ id: ben.id, profile: { displayName: ben.id.slice(0, 4) } }]);
      expect(ben.log.all('member-join')).to.deep.equal([{ id: ada.id, profile: { displayName: ada.id.slice(0, 4) } }]);
      await ada.log.waitFor('member-link', ({ id, state }) => id === ben.id && state === 'connected');
      await ben.log.waitFor('member-link', ({ id, state }) => id === ada.id && state === 'connected');
    });

    it('lets four who come at once all meet', async () => {
      const members = await Promise.all([member(), member(), member(), member()]);
      await Promise.all(members.map((each) => open(each)));
      for (const each of members) {
        const others = members.filter((other) => other !== each).map(({ id }) => id);
        for (const id of others) await each.log.waitFor('member-join', (detail) => detail.id === id);
        expect(each.log.all('member-join').map(({ id }) => id)).to.have.members(others);
      }
    });

    it('carries the picture of each slot, published before or after', async () => {
      const [ada, ben] = [await member(), await member()];
      ada.transport.publish('camera', colourTrack('red'));
      await open(ada);
      await open(ben);
      const camera = await slotOf(ben, 'camera', true);
      expect(camera.id).to.equal(ada.id);
      ben.transport.publish('screen', colourTrack('blue'));
      const screen = await slotOf(ada, 'screen', true);
      const [red, , noBlue] = await colourOf(camera.track as MediaStreamTrack);
      const [noRed, , blue] = await colourOf(screen.track as MediaStreamTrack);
      expect(red).to.be.above(180);
      expect(blue).to.be.above(180);
      expect(Math.max(noBlue, noRed)).to.be.below(80);
    });

    it('takes a track back and gives another one', async () => {
      const [ada, ben] = await pair();
      ada.transport.publish('mic', audioTrack());
      await slotOf(ben, 'mic', true);
      ada.transport.publish('mic', null);
      await slotOf(ben, 'mic', false);
      ada.transport.publish('camera', colourTrack('lime'));
      await slotOf(ben, 'camera', true);
      ada.transport.publish('camera', colourTrack('blue'));
      const shown = (): MediaStreamTrack => ben.log.all('track').filter(({ slot }) => slot === 'camera').at(-1)?.track as MediaStreamTrack;
      let colour = await colourOf(shown());
      while (colour[2] < 180) colour = await colourOf(shown());
      expect(colour[1]).to.be.below(100);
    });

    it('sends to all or to one, in order', async () => {
      const [ada, ben] = await pair();
      const cy = await member();
      await open(cy);
      await ada.log.waitFor('member-join', ({ id }) => id === cy.id);
      await ben.log.waitFor('member-join', ({ id }) => id === cy.id);
      await cy.log.waitFor('member-join', ({ id }) => id === ada.id);
      const send = async (): Promise<void> => {
        ada.transport.send({ n: 1 }, cy.id);
        ada.transport.send({ n: 2 });
      };
      await send();
      await cy.log.waitFor('message', ({ data }) => JSON.stringify(data) === '{"n":2}');
      await ben.log.waitFor('message');
      expect(cy.log.all('message').map(({ data }) => data)).to.deep.equal([{ n: 1 }, { n: 2 }]);
      expect(ben.log.all('message')).to.deep.equal([{ from: ada.id, data: { n: 2 } }]);
    });

    it('tells when a member leaves, and lets others in after the first has gone', async () => {
      const [ada, ben] = await pair();
      ada.transport.close();
      expect(await ben.log.waitFor('member-leave')).to.deep.equal({ id: ada.id, reason: 'left' });
      const cy = await member();
      await open(cy);
      expect((await ben.log.waitFor('member-join', ({ id }) => id === cy.id)).id).to.equal(cy.id);
    });

    it('tells who asks from outside what each in the room says of itself, and shows nobody that it was asked', async () => {
      const [ada, ben] = await pair();
      const outside = await member();
      const peek = (scope: string): Promise<readonly unknown[]> => outside.transport.peek({ room, scope }, new AbortController().signal);
      const names = (await peek('here')).map((profile) => (profile as { displayName: string }).displayName);
      expect(names).to.have.members([ada, ben].map(({ id }) => id.slice(0, 4)));
      expect(await peek('elsewhere')).to.deep.equal([]);
      expect(ada.log.all('member-join')).to.have.length(1);
      expect(outside.log.entries).to.be.empty;
    });

    it('says when the link to each member was made', async () => {
      const [ada, ben] = await pair();
      await ada.log.waitFor('member-link', ({ state }) => state === 'connected');
      const [[id, times] = []] = ada.transport.links();
      expect(id).to.equal(ben.id);
      expect(times?.setupMs).to.be.within(1, 10_000);
      expect(times?.connectedAt).to.be.within(1, performance.now());
    });

    it('knows the level of each member, 0 where nothing is sent', async () => {
      const [ada, ben] = await pair();
      expect([...ada.transport.levels()]).to.deep.equal([[ben.id, 0]]);
    });

    it('throws at what is too long, and goes on', async () => {
      const [ada, ben] = await pair();
      expect(() => ada.transport.send('x'.repeat(16_500))).to.throw().with.property('trouble', 'too-long');
      ada.transport.send('x'.repeat(16_498));
      expect((await ben.log.waitFor('message')).data).to.have.length(16_498);
    });

    it('refuses who is one too many', async () => {
      const [ada, ben, cy] = [await member({ maxParticipants: 2 }), await member({ maxParticipants: 2 }), await member({ maxParticipants: 2 })];
      await open(ada);
      await open(ben);
      await ada.log.waitFor('member-join');
      const failure = await open(cy).then(() => null, (error: unknown) => error);
      expect(failure).to.have.property('trouble', 'room-full');
      expect(ada.log.all('member-join')).to.have.length(1);
    });

    it('keeps rooms of equal name in other scopes apart', async () => {
      const [ada, stranger, ben] = [await member(), await member(), await member()];
      await open(ada);
      await open(stranger, 'elsewhere');
      await open(ben);
      await ada.log.waitFor('member-join');
      expect(ada.log.all('member-join').map(({ id }) => id)).to.deep.equal([ben.id]);
      expect(stranger.log.all('member-join')).to.be.empty;
    });

    it('can be given up while it opens', async () => {
      const ada = await member();
      const controller = new AbortController();
      const opening = open(ada, 'here', controller.signal);
      controller.abort();
      const failure = await opening.then(() => null, (error: unknown) => error);
      expect(failure).to.have.property('trouble', 'aborted');
    });

    it('closes twice, and does not open again', async () => {
      const ada = await member();
      await open(ada);
      ada.transport.close();
      ada.transport.close();
      const failure = await open(ada).then(() => null, (error: unknown) => error);
      expect(failure).to.have.property('trouble', 'aborted');
    });
  });
}
