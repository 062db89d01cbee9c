/**
 * Stands in for `webrtc-adapter`, which is half of PeerJS's bytes and patches the page's globals.
 * PeerJS 1.5.5 reads nothing from it but `browserDetails`, to refuse browsers older than any we support.
 */
export default { browserDetails: { browser: 'chrome', version: 999 } };
