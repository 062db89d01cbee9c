import type { Strings } from '../strings.js';

const unexpected = {
  what: 'Une erreur est survenue.',
  todo: 'Réessayez. Si elle revient, rechargez la page.',
};

/** French. `\u202f` is the narrow no-break space that goes before `?`, `!` and `;`. */
export const fr: Strings = {
  call: 'Appel vidéo',
  guest: 'Invité',
  you: (name) => (name ? `${name} (vous)` : 'Vous'),
  lobby: {
    title: 'Rejoindre un appel',
    about: 'Vous allez rejoindre',
    room: 'Nom de la salle',
    roomRule: 'De 1 à 64 caractères. Le même nom réunit tout le monde.',
    name: 'Votre nom',
    check: 'Vérifier la caméra et le micro',
    cameraOff: 'Votre caméra est coupée',
    join: 'Rejoindre',
  },
  joining: { title: 'Connexion…', cancel: 'Annuler' },
  controls: {
    label: 'Commandes de l’appel',
    mic: { name: 'Micro', turnOn: 'Activer le micro', turnOff: 'Couper le micro' },
    camera: { name: 'Caméra', turnOn: 'Activer la caméra', turnOff: 'Couper la caméra' },
    screen: { name: 'Partager l’écran', turnOn: 'Partager votre écran', turnOff: 'Arrêter le partage' },
    leave: { name: 'Quitter', tip: 'Quitter l’appel' },
  },
  tile: {
    muted: 'Micro coupé',
    screenOf: (name) => `${name} (écran)`,
    ownScreen: 'Votre écran',
    connecting: 'Connexion…',
    interrupted: 'Reconnexion…',
  },
  alone: {
    title: 'Il n’y a que vous ici',
    share: 'Partagez ce lien pour inviter d’autres personnes.',
    link: 'Lien de l’appel',
    copy: 'Copier le lien',
    copied: 'Lien copié',
  },
  farewell: {
    left: 'Vous avez quitté l’appel',
    removed: 'Vous n’êtes plus dans l’appel',
    'page-closed': 'La page a été fermée',
    network: 'La connexion a été perdue',
    error: 'L’appel a dû s’arrêter',
    'room-changed': 'La salle a changé',
    ended: 'L’appel est terminé',
    hint: 'Votre caméra et votre micro sont coupés.',
    rejoin: 'Revenir',
    failed: 'L’appel n’a pas pu démarrer',
  },
  notice: {
    reconnecting: 'Reconnexion…',
    reconnectingHint: 'Les personnes présentes vous voient et vous entendent toujours.',
    retry: 'Réessayer',
    dismiss: 'Fermer',
    soundBlocked: 'Le navigateur retient le son.',
    hear: 'Touchez pour entendre',
  },
  announce: {
    inCall: 'Vous êtes dans l’appel.',
    back: 'La connexion est rétablie.',
    joined: (name) => `${name} est là.`,
    left: (name) => `${name} a quitté l’appel.`,
    muted: (name) => `${name} a coupé son micro.`,
    unmuted: (name) => `${name} a activé son micro.`,
    sharing: (name) => `${name} partage un écran.`,
    stoppedSharing: (name) => `${name} ne partage plus d’écran.`,
  },
  errors: {
    'mic-denied': {
      what: 'Le navigateur bloque votre micro.',
      todo: 'Personne ne vous entend. Autorisez le micro à côté de la barre d’adresse.',
    },
    'mic-dismissed': {
      what: 'Vous avez fermé la question sur votre micro.',
      todo: 'Appuyez sur Micro pour la revoir.',
    },
    'mic-missing': { what: 'Aucun micro trouvé.', todo: 'Branchez-en un, il sera pris automatiquement.' },
    'mic-in-use': {
      what: 'Un autre programme utilise votre micro.',
      todo: 'Fermez ce programme, puis appuyez sur Micro.',
    },
    'mic-failed': { what: 'Votre micro n’a pas démarré.', todo: 'Appuyez sur Micro pour réessayer.' },
    'camera-denied': {
      what: 'Le navigateur bloque votre caméra.',
      todo: 'Personne ne vous voit. Autorisez la caméra à côté de la barre d’adresse.',
    },
    'camera-dismissed': {
      what: 'Vous avez fermé la question sur votre caméra.',
      todo: 'Appuyez sur Caméra pour la revoir.',
    },
    'camera-missing': { what: 'Aucune caméra trouvée.', todo: 'Branchez-en une, elle sera prise automatiquement.' },
    'camera-in-use': {
      what: 'Un autre programme utilise votre caméra.',
      todo: 'Fermez ce programme, puis appuyez sur Caméra.',
    },
    'camera-failed': { what: 'Votre caméra n’a pas démarré.', todo: 'Appuyez sur Caméra pour réessayer.' },
    'screen-denied': {
      what: 'Votre écran n’est pas partagé.',
      todo: 'Appuyez sur Partager l’écran et choisissez quoi montrer. Les réglages de l’ordinateur doivent le permettre.',
    },
    'screen-unsupported': {
      what: 'Ce navigateur ne sait pas partager un écran.',
      todo: 'Utilisez un navigateur sur ordinateur.',
    },
    'screen-failed': {
      what: 'Votre écran n’a pas pu être partagé.',
      todo: 'Appuyez sur Partager l’écran pour réessayer.',
    },
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
    'server-full': { what: 'Le serveur d’appel est plein.', todo: 'Attendez un peu, puis réessayez.' },
    'room-full': {
      what: 'Cette salle est pleine.',
      todo: 'Attendez que quelqu’un parte, ou prenez une autre salle.',
    },
    'room-invalid': { what: 'Ce nom de salle ne convient pas.', todo: 'Choisissez de 1 à 64 caractères.' },
    'unsupported-browser': {
      what: 'Ce navigateur ne permet pas les appels vidéo.',
      todo: 'Utilisez un Chrome, Edge, Firefox ou Safari récent.',
    },
    'ice-servers-failed': {
      what: 'La liste des relais n’a pas pu être chargée.',
      todo: 'L’appel continue sans eux\u202f; certaines personnes risquent de ne pas passer.',
    },
    'unknown-device': { what: 'Cet appareil n’est plus là.', todo: 'Choisissez-en un autre.' },
    'unknown-transport': unexpected,
    'message-invalid': unexpected,
    'not-joined': unexpected,
    aborted: unexpected,
    internal: unexpected,
  },
};
