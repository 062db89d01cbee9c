const FILE = /node_modules\/peerjs\/dist\/bundler\.mjs$/;
/** `static #_ = this.NAME = value`: the compiler's way to write a static property, opaque to tree shaking. */
const STATIC = /static #_\w* = this\.(\w+) = /g;
/** Singletons that are built while the module loads, among them a probe that opens an RTCPeerConnection. */
const SINGLETON = /^(const \S+ = )(new )/gm;

/**
 * Lets Rollup drop the parts of PeerJS that the bundle does not use: its socket, its REST client, its serializers
 * (BinaryPack with them) and the probe at load. What is left is the negotiation of one connection.
 */
export function peerjsParts() {
  return {
    name: 'peerjs-parts',
    transform(code, id) {
      if (!FILE.test(id)) return null;
      return { code: code.replace(STATIC, 'static $1 = ').replace(SINGLETON, '$1/*#__PURE__*/ $2'), map: null };
    },
  };
}

/** For `treeshake.moduleSideEffects`: these packages only define things. */
export const hasSideEffects = (id) => !/node_modules\/(peerjs|peerjs-js-binarypack|@msgpack)\//.test(id);
