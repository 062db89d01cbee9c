import type { Strings } from '../strings.js';

const roomRule = 'De 1 à 64 caractères';
const pressAgain = 'Appuyez sur le bouton pour réessayer.';
const otherBrowser = 'Utilisez un Chrome, Edge, Firefox ou Safari récent sur un ordinateur.';
const notShared = {
  what: 'Votre écran n’est pas partagé.',
  todo: 'Les réglages de l’ordinateur doivent peut-être le permettre.',
};
const unexpected = { what: 'Une erreur est survenue.', todo: 'Réessayez. Si elle revient, rechargez la page.' };
const mic = deviceErrors('micro');
const camera = deviceErrors('caméra');

/** French. A `!`, `?` or `;` would want the narrow no-break space `\u202f` before it. */
export const fr: Strings = {
  call: 'Appel vidéo',
  guest: 'Invité',
  you: (name) => (name ? `${name} (vous)` : 'Vous'),
  connecting: 'Connexion…',
  reconnecting: 'Reconnexion…',
  retry: 'Réessayer',
  dismiss: 'Fermer',
  close: 'Fermer',
  panels: { chat: 'Messages', people: 'Participants', settings: 'Réglages', shortcuts: 'Raccourcis clavier' },
  people: { count: (people) => (people === 1 ? '1 personne' : `${people} personnes`) },
  shortcuts: {
    talk: 'Maintenir pour parler, micro coupé',
    space: 'Espace',
    focus: 'Les touches agissent tant que le focus est dans l’appel.',
    page: 'Les touches agissent partout dans la page.',
  },
  settings: { audioinput: 'Micro', videoinput: 'Caméra' },
  lobby: {
    title: 'Rejoindre un appel',
    about: 'Vous allez rejoindre',
    room: 'Nom de la salle',
    roomRule,
    name: 'Votre nom',
    check: 'Vérifier la caméra et le micro',
    join: 'Rejoindre',
  },
  joining: { title: 'Connexion à l’appel…', cancel: 'Annuler' },
  controls: {
    mic: { name: 'Micro', turnOn: 'Activer le micro', turnOff: 'Couper le micro' },
    camera: { name: 'Caméra', turnOn: 'Activer la caméra', turnOff: 'Couper la caméra' },
    screen: { name: 'Partager l’écran', turnOn: 'Partager votre écran', turnOff: 'Arrêter le partage' },
    hand: { name: 'Lever la main', turnOn: 'Lever la main', turnOff: 'Baisser la main' },
    reactions: 'Réactions',
    leave: 'Quitter',
    all: 'Commandes de l’appel',
  },
  chat: {
    unread: (count) => `Messages, ${count} non lus`,
    messages: 'Messages',
    empty: 'Rien n’a encore été écrit.',
    write: 'Écrire un message',
    send: 'Envoyer',
    to: 'À',
    everyone: 'Tout le monde',
    gone: (name) => `${name} (absent)`,
    privateFrom: (name) => `${name}, en privé`,
    privateTo: (name) => `En privé, à ${name}`,
    private: 'Vous seul pouvez lire ceci',
    newer: 'Nouveaux messages',
  },
  tile: {
    muted: 'Micro coupé',
    unmuted: 'Micro activé',
    cameraOn: 'Caméra activée',
    cameraOff: 'Caméra coupée',
    sharing: 'Partage un écran',
    screenOf: (name) => `${name} (écran)`,
    ownScreen: 'Votre écran',
    hand: (place) => `Main levée, rang ${place}`,
  },
  alone: {
    title: 'Il n’y a que vous ici',
    share: 'Partagez ce lien pour inviter d’autres personnes.',
    copy: 'Copier le lien',
    copied: 'Lien copié',
  },
  farewell: {
    left: 'Vous avez quitté l’appel',
    network: 'La connexion a été perdue',
    ended: 'L’appel est terminé',
    hint: 'Votre caméra et votre micro sont coupés.',
    rejoin: 'Revenir',
    failed: 'L’appel n’a pas pu démarrer',
  },
  sound: { blocked: 'Le navigateur retient le son.', hear: 'Touchez pour entendre' },
  announce: {
    inCall: 'Vous êtes dans l’appel.',
    joined: (name) => `${name} est là.`,
    left: (name) => `${name} a quitté l’appel.`,
    manyJoined: (people) => `${people} personnes sont arrivées.`,
    manyLeft: (people) => `${people} personnes ont quitté l’appel.`,
    muted: (name) => `${name} a coupé son micro.`,
    unmuted: (name) => `${name} a activé son micro.`,
    sharing: (name) => `${name} partage un écran.`,
    stoppedSharing: (name) => `${name} ne partage plus d’écran.`,
    raisedHand: (name) => `${name} lève la main.`,
  },
  errors: {
    'mic-denied': mic.denied,
    'mic-dismissed': mic.dismissed,
    'mic-missing': mic.missing,
    'mic-in-use': mic.inUse,
    'mic-failed': mic.failed,
    'camera-denied': camera.denied,
    'camera-dismissed': camera.dismissed,
    'camera-missing': camera.missing,
    'camera-in-use': camera.inUse,
    'camera-failed': camera.failed,
    'screen-denied': notShared,
    'screen-unsupported': { what: 'Ce navigateur ne sait pas partager un écran.', todo: otherBrowser },
    'screen-failed': notShared,
    'insecure-context': {
      what: 'La caméra et le micro demandent une page sécurisée.',
      todo: 'Ouvrez cette page avec https:// dans son adresse.',
    },
    'blocked-by-policy': {
      what: 'Cette page interdit la caméra et le micro à l’appel.',
      todo: 'Demandez au propriétaire de la page de les autoriser.',
    },
    'signalling-unreachable': {
      what: 'Le serveur d’appel ne répond pas.',
      todo: 'Vérifiez votre connexion internet. L’appel reprend tout seul quand le serveur répond.',
    },
    'server-full': { what: 'Le serveur d’appel est plein.', todo: 'Réessayez dans un moment.' },
    'room-full': {
      what: 'Cette salle est pleine.',
      todo: 'Attendez que quelqu’un parte, ou prenez une autre salle.',
    },
    'room-invalid': { what: 'Ce nom de salle ne convient pas.', todo: roomRule },
    'unsupported-browser': { what: 'Ce navigateur ne permet pas les appels vidéo.', todo: otherBrowser },
    'ice-servers-failed': unexpected,
    'unknown-device': unexpected,
    'unknown-transport': unexpected,
    'not-joined': { what: 'Vous n’êtes pas dans l’appel.', todo: 'Rejoignez-le d’abord.' },
    'not-connected': { what: 'Rien n’a été envoyé, la connexion manque.', todo: 'Renvoyez quand elle est revenue.' },
    'unknown-participant': {
      what: 'Rien n’a été envoyé, cette personne est partie.',
      todo: 'Choisissez une personne présente.',
    },
    'message-too-long': { what: 'Rien n’a été envoyé, c’est trop long.', todo: 'Restez sous 4 000 caractères.' },
    'message-invalid': unexpected,
    'rate-limited': { what: 'C’était trop à la fois.', todo: 'Attendez un moment, puis réessayez.' },
    'feature-disabled': unexpected,
    refused: { what: 'Cette page ne l’a pas permis.', todo: 'Suivez ce que dit la page, puis réessayez.' },
    'send-queue-full': { what: 'Trop de messages attendent d’être envoyés.', todo: 'Patientez un instant, puis renvoyez-le.' },
    aborted: unexpected,
    internal: unexpected,
  },
};

function deviceErrors(device: string) {
  return {
    denied: {
      what: `Le navigateur bloque votre ${device}.`,
      todo: 'Autorisez l’accès à côté de la barre d’adresse.',
    },
    dismissed: { what: `Vous avez fermé la question sur votre ${device}.`, todo: pressAgain },
    missing: { what: `Votre ${device} est introuvable.`, todo: 'Branchez l’appareil, il sera pris tout seul.' },
    inUse: { what: `Un autre programme utilise votre ${device}.`, todo: `Fermez-le. ${pressAgain}` },
    failed: { what: `Votre ${device} n’a pas démarré.`, todo: pressAgain },
  };
}
