/** What a gate looks at of a link. */
export interface GatedLink {
  readonly id: string;
  readonly pc: RTCPeerConnection;
  readonly isCaller: boolean;
  /** Aborts when the link has ended. */
  readonly signal: AbortSignal;
}

/** Stands at the beginning of a link: nothing of ours goes out and nothing comes in before both sides have proved themselves. */
export interface Gate {
  /** The first text that we send. */
  proof(link: GatedLink): Promise<string>;
  /** Whether the other side's first text proves it. */
  accepts(link: GatedLink, text: unknown): Promise<boolean>;
}
