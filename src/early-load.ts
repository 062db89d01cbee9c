/**
 * Where the page's HTML holds a call that joins by itself, what joining needs is on its way before the rest of the
 * script is evaluated. When it does not come, the call that asks for it says so.
 */
function loadEarly(): void {
  if (typeof document === 'undefined' || !document.querySelector('video-call[autojoin]:not([transport])')) return;
  import('./transport/peerjs/peerjs-transport.js').catch(() => undefined);
  import('./view/room.js').catch(() => undefined);
}

loadEarly();
