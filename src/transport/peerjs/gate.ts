/** What a gate looks at of a link. */
export interface GatedLink {
  readonly id: string;
  readonly pc: RTCPeerConnection;
  readonly isCaller: boolean;
  /** Aborts when the link has ended. */
  readonly signal: AbortSignal;
}

/** The other side proved itself: with what it said meanwhile; or it could not: null. */
export type GateOutcome = (waiting: readonly unknown[] | null) => void;

/**
 * Stands at the beginning of each link of a room with a key. No picture or sound goes out before the certificate at the
 * other end is the one that was agreed on; no text goes out or comes in before both sides have proved themselves.
 */
export interface Gate {
  door(link: GatedLink, outcome: GateOutcome): Door;
}

/** The door of one link. */
export interface Door {
  readonly isOpen: boolean;
  /** Whether the encryption of the connection ends at who was agreed on; asked once it stands. */
  recognises(): Promise<boolean>;
  /** The channel is open: sends our proof. */
  knock(channel: RTCDataChannel): Promise<void>;
  /** Takes a text of the other side while shut: the first must be its proof, the others wait for that. */
  take(text: unknown): Promise<void>;
}
