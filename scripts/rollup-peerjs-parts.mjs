const FILE = /node_modules\/peerjs\/dist\/bundler\.mjs$/;
/** `static #_ = this.NAME = value`: the compiler's way to write a static property, opaque to tree shaking. */
const STATIC = /static #_\w* = this\.(\w+) = /g;
/** `(0, name)`: the compiler's way to call an import without a receiver. */
const BARE = /\(0, (\$[\w$.]+)\)/g;
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
      return { code: code.replace(STATIC, 'static $1 = ').replace(BARE, '$1').replace(SINGLETON, '$1/*#__PURE__*/ $2'), map: null };
    },
  };
}

/** For `treeshake.manualPureFunctions`: PeerJS's log, which is silent here, and its compiler's table of exports. */
export const PURE = ['$257947e92926277a$export$2e2bcd8739ae039', '$parcel$export'];

/** For `treeshake.moduleSideEffects`: these packages only define things. */
export const hasSideEffects = (id) => !/node_modules\/(peerjs|peerjs-js-binarypack|@msgpack)\//.test(id);
