const FILE = /node_modules\/peerjs\/dist\/bundler\.mjs$/;
/** `static #_ = this.NAME = value`: the compiler's way to write a static property, opaque to tree shaking. */
const STATIC = /static #_\w* = this\.(\w+) = /g;
/** `(0, name)`: the compiler's way to call an import without a receiver. */
const BARE = /\(0, (\$[\w$.]+)\)/g;
/** Singletons that are built while the module loads, among them a probe that opens an RTCPeerConnection. */
const SINGLETON = /^((?:const|var) \S+ = )(new )/gm;
/** A line that only writes to PeerJS's log, which is silent here. */
const LOG = /^\s*\(0, \$257947e92926277a\$export\$2e2bcd8739ae039\)\.\w+\(.*\);$/gm;
/** Enumerations, whose values replace their names. */
const ENUM = /^var (\$\w+\$export\$\w+) = \/\*#__PURE__\*\/ function\(\w+\) \{\n[^]*?^\}\(\{\}\);$/gm;
const ENTRY = /\w+\["(\w+)"\] = ("[\w-]+");/g;
/** Methods for media connections, and for a data channel that PeerJS itself writes to. */
const UNUSED = /^ {4}(?:_addTracksToConnection|_addStreamToMediaConnection|_bufferedSend|_trySend|_tryBuffer)\(.*\) \{\n[^]*?^ {4}\}\n/gm;
/** Where connections tell their errors to who listens. */
const ERROR = /emitError\(type, err\) \{\n[^]*?^ {4}\}\n/m;
/** The bundled eventemitter3, from its first to its last line. */
const EMITTER = /^var (\$\w+\$exports) = \{\};\n'use strict';\nvar \$\w+\$var\$has = [^]*?^\1 = \$\w+\$var\$EventEmitter;$/m;

/**
 * Lets Rollup drop the parts of PeerJS that the bundle does not use: its socket, its REST client, its serializers
 * (BinaryPack with them) and the probe at load. What is left is the negotiation of one connection, whose events nobody
 * listens to and which never sends: the seam has the data channel for itself.
 */
export function peerjsParts() {
  return {
    name: 'peerjs-parts',
    transform(code, id) {
      if (!FILE.test(id)) return null;
      const [, exported] = code.match(EMITTER) ?? this.error('PeerJS is not as it was: its emitter was not found');
      const silent = code.replace(EMITTER, 'class PeerEvents { emit() {} }').replaceAll(`${exported}.EventEmitter`, 'PeerEvents').replaceAll(exported, 'PeerEvents');
      return { code: inlined(silent).replace(LOG, ';').replace(UNUSED, '').replace(ERROR, 'emitError() {}\n').replace(STATIC, 'static $1 = ').replace(BARE, '$1').replace(SINGLETON, '$1/*#__PURE__*/ $2'), map: null };
    },
  };
}

function inlined(code) {
  const values = new Map();
  for (const [text, name] of code.matchAll(ENUM)) for (const [, key, value] of text.matchAll(ENTRY)) values.set(`(0, ${name}).${key}`, value);
  return [...values].reduce((changed, [use, value]) => changed.replaceAll(new RegExp(`${use.replace(/[$().]/g, '\\$&')}\\b`, 'g'), value), code);
}

/** For `treeshake.manualPureFunctions`: PeerJS's log, which is silent here, and its compiler's table of exports. */
export const PURE = ['$257947e92926277a$export$2e2bcd8739ae039', '$parcel$export'];

/** For `treeshake.moduleSideEffects`: these packages only define things. */
export const hasSideEffects = (id) => !/node_modules\/(peerjs|peerjs-js-binarypack|@msgpack)\//.test(id);
