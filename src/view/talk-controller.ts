import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import type { CallErrorCode } from '../call/call-error.js';
import type { CallEvents } from '../call/call-events.js';
import type { PanelController } from './panel-controller.js';

type Host = ReactiveControllerHost & HTMLElement;

/** As long as the animation in `styles/talk.ts`. */
const FLOATING_MS = 4_000;
/** Reactions over all tiles at once. */
const MOST_FLOATING = 30;

/** What stands in the composer of the chat. It outlives the panel, so nothing that was typed is lost. */
export interface Draft {
  readonly text: string;
  /** Participant id; empty for everybody. */
  readonly to: string;
  /** That participant's name, should it leave. */
  readonly toName: string;
  /** Why it could not be sent; null when nothing is wrong. */
  readonly problem: CallErrorCode | null;
}

/** A reaction over a tile. */
export interface Floating {
  readonly key: string;
  /** Participant id. */
  readonly participant: string;
  readonly emoji: string;
}

/** Chat, hands and reactions as far as they are no part of the call. */
export interface TalkState {
  readonly draft: Draft;
  /** Messages that came while the chat was closed. */
  readonly unread: number;
  readonly reactions: readonly Floating[];
  /** The menu of reactions is open. */
  readonly isReacting: boolean;
}

/** Everything about them that a press inside the element can ask for. */
export interface TalkActions {
  /** Rejects with a CallError; `to` is a participant id, or empty for everybody. */
  sendChat(text: string, to: string): Promise<void>;
  setDraft(patch: Partial<Draft>): void;
  toggleHand(): void;
  react(emoji: string): void;
  /** Opens or closes the menu of reactions; without `on`, the other of the two. */
  toggleReactions(on?: boolean): void;
}

/** Counts what is unread, keeps the draft, lets reactions float for a while. */
export class TalkController implements ReactiveController {
  state: TalkState = { draft: { text: '', to: '', toName: '', problem: null }, unread: 0, reactions: [], isReacting: false };
  readonly actions: TalkActions;
  readonly #host: Host;
  readonly #panels: PanelController;
  #shown = 0;

  constructor(host: Host, call: Call, panels: PanelController) {
    this.#host = host;
    this.#panels = panels;
    this.actions = this.#actionsFor(call);
    call.on('call-chat', ({ from }) => {
      if (from !== call.localParticipant.id && panels.open !== 'chat') this.#set({ unread: this.state.unread + 1 });
    });
    call.on('call-reaction', (reaction) => this.#float(reaction));
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#panels.open === 'chat' && this.state.unread > 0) this.state = { ...this.state, unread: 0 };
  }

  #set(patch: Partial<TalkState>): void {
    this.state = { ...this.state, ...patch };
    this.#host.requestUpdate();
  }

  #float({ participant, emoji }: CallEvents['call-reaction']): void {
    const floating = { key: String(this.#shown++), participant: participant.id, emoji };
    this.#set({ reactions: [...this.state.reactions, floating].slice(-MOST_FLOATING) });
    setTimeout(() => this.#set({ reactions: this.state.reactions.filter((other) => other !== floating) }), FLOATING_MS);
  }

  /** The focus goes into the menu with who opens it, and back to the button with who closes it. */
  #toggleReactions(isReacting: boolean): void {
    const root = this.#host.shadowRoot;
    const hadFocus = root?.activeElement?.closest('.toolbar');
    this.#set({ isReacting });
    const next = isReacting ? '.reactions button' : '[part~="button-reactions"]';
    if (hadFocus) void this.#host.updateComplete.then(() => root?.querySelector<HTMLElement>(next)?.focus());
  }

  #actionsFor(call: Call): TalkActions {
    return {
      sendChat: (text, to) => call.sendChat(text, to ? { to } : {}),
      setDraft: (patch) => this.#set({ draft: { ...this.state.draft, ...patch } }),
      toggleHand: () => void call.raiseHand().catch(() => undefined),
      react: (emoji) => {
        this.#toggleReactions(false);
        call.react(emoji).catch(() => undefined);
      },
      toggleReactions: (on = !this.state.isReacting) => this.#toggleReactions(on),
    };
  }
}
