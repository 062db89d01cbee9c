import type { Json, Slot } from '../../transport/transport.js';
import { cleanName } from '../call-config.js';
import type { CallCore } from '../call-core.js';
import type { Participant } from '../call-state.js';
import { displayNameIn } from '../member-message.js';
import type { Session } from '../session.js';

/** What a member says of itself, as the others get it. */
export function localProfile(core: CallCore): Json {
  return { displayName: cleanName(core.config.displayName) };
}

/** Tells the others that the profile changed. */
export function profileMessage(core: CallCore): Json {
  return { type: 'profile', profile: localProfile(core) };
}

/** Keeps the list of participants and their streams as the transport tells them. */
export function attachRoster({ core, transport, inbox, signal }: Session): void {
  const { displayName } = core.local;
  transport.on('member-join', ({ id, profile }) => {
    add(core, id, displayNameIn(profile));
    // The transport tells newcomers the name with which it was opened.
    if (core.local.displayName !== displayName) transport.send(profileMessage(core), id);
  }, signal);
  transport.on('member-leave', ({ id, reason }) => remove(core, id, reason), signal);
  transport.on('member-link', ({ id, state }) => core.update(id, { link: state }), signal);
  transport.on('track', ({ id, slot, track }) => setTrack(core, id, slot, track), signal);
  inbox.on('profile', ({ from, displayName }) => core.update(from, { displayName }), signal);
}

function add(core: CallCore, id: string, displayName: string): void {
  const participant: Participant = Object.freeze({
    ...core.local,
    id,
    displayName,
    isLocal: false,
    audio: false,
    video: false,
    screen: false,
    speaking: false,
    link: 'connecting',
    quality: 'good',
    verified: 'unverified',
    safetyCode: null,
    identityChanged: false,
    paused: false,
    stream: new MediaStream(),
    screenStream: null,
    hand: null,
  });
  const participants = Object.freeze([...core.value.participants, participant]);
  core.commit({ participants }, ['call-participant-joined', { participant }]);
}

function remove(core: CallCore, id: string, reason: 'left' | 'lost'): void {
  const participant = core.other(id);
  if (!participant) return;
  const participants = Object.freeze(core.value.participants.filter((other) => other !== participant));
  core.commit({ participants }, ['call-participant-left', { participant, reason }]);
}

function replaceTrack(stream: MediaStream, kind: string, track: MediaStreamTrack | null): void {
  for (const former of stream.getTracks()) if (former.kind === kind && former !== track) stream.removeTrack(former);
  if (track) stream.addTrack(track);
}

function setTrack(core: CallCore, id: string, slot: Slot, track: MediaStreamTrack | null): void {
  const participant = core.other(id);
  if (!participant) return;
  if (slot === 'mic' || slot === 'camera') {
    replaceTrack(participant.stream ?? new MediaStream(), slot === 'mic' ? 'audio' : 'video', track);
    return core.update(id, slot === 'mic' ? { audio: track !== null } : { video: hasPicture(core, participant.stream) });
  }
  const stream = participant.screenStream ?? new MediaStream();
  replaceTrack(stream, slot === 'screen' ? 'video' : 'audio', track);
  core.update(id, {
    ...(slot === 'screen' && { screen: hasPicture(core, stream) }),
    screenStream: stream.getTracks().length > 0 ? stream : null,
  });
}

/** Whether a picture is shown: with `audioOnly` there is none, whatever comes. */
function hasPicture(core: CallCore, stream: MediaStream | null): boolean {
  return !core.config.audioOnly && (stream?.getVideoTracks().length ?? 0) > 0;
}

/** Shows or hides the pictures of the others after `audioOnly` changed. */
export function updatePictures(core: CallCore): void {
  for (const { id, isLocal, stream, screenStream } of core.value.participants) {
    if (!isLocal) core.update(id, { video: hasPicture(core, stream), screen: hasPicture(core, screenStream) });
  }
}
