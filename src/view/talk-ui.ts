import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from '../call/call.js';
import type { CallErrorCode } from '../call/call-error.js';
import type { CallEvents } from '../call/call-events.js';
import type { PanelController } from './panel-controller.js';
import { menu } from './reaction-menu.js';
import { news } from './talk-news.js';
import type { View } from './view.js';

type Host = ReactiveControllerHost & HTMLElement;

/** As long as the animation in `styles/tile-talk.ts`. */
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

/** Chat, hands and reactions as far as they are no part of the call; frozen in time, as a view wants it. */
export interface TalkState {
  readonly draft: Draft;
  /** Messages that came while the chat was closed. */
  readonly unread: number;
  readonly reactions: readonly Floating[];
  /** The menu of reactions is open. */
  readonly isReacting: boolean;
  readonly actions: TalkActions;
  readonly views: TalkViews;
}

/** Everything about them that a press inside the element can ask for. */
export interface TalkActions {
  /** Rejects with a CallError; `to` is a participant id, or empty for everybody. */
  send(text: string, to: string): Promise<void>;
  setDraft(patch: Partial<Draft>): void;
  react(emoji: string): void;
  closeMenu(): void;
}

/** What they add to other views. */
export interface TalkViews {
  /** The open menu of reactions. */
  readonly menu: (view: View) => unknown;
  /** What a screen reader should hear of it. */
  readonly news: (previous: View, next: View) => string[];
}

/** Counts what is unread, keeps the draft, lets reactions float for a while. */
export class TalkUi implements ReactiveController {
  state: TalkState;
  readonly #host: Host;
  readonly #call: Call;
  readonly #panels: PanelController;
  #floated = 0;

  constructor(host: Host, call: Call, panels: PanelController) {
    this.#host = host;
    this.#call = call;
    this.#panels = panels;
    const draft = { text: '', to: '', toName: '', problem: null };
    const unread = call.snapshot.chat.filter(({ isOwn, isPast }) => !isOwn && !isPast).length;
    this.state = { draft, unread, reactions: [], isReacting: false, actions: this.#actions(), views: { menu, news } };
    call.on('call-chat', ({ from }) => {
      if (from !== call.localParticipant.id && panels.open !== 'chat') this.#set({ unread: this.state.unread + 1 });
    });
    call.on('call-reaction', (reaction) => this.#float(reaction));
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#panels.open === 'chat' && this.state.unread > 0) this.state = { ...this.state, unread: 0 };
  }

  /** Opens or closes the menu. The focus goes into it with who opens it, and back to its button with who closes it. */
  toggleMenu(isReacting = !this.state.isReacting): void {
    const root = this.#host.shadowRoot;
    const hadFocus = root?.activeElement?.closest('.toolbar, .reaction-menu');
    this.#set({ isReacting });
    const next = isReacting ? '.reaction-menu button' : '[part~="button-reactions"]';
    if (hadFocus) void this.#host.updateComplete.then(() => root?.querySelector<HTMLElement>(next)?.focus());
  }

  #set(patch: Partial<TalkState>): void {
    this.state = { ...this.state, ...patch };
    this.#host.requestUpdate();
  }

  #float({ participant, emoji }: CallEvents['call-reaction']): void {
    const floating = { key: String(this.#floated++), participant: participant.id, emoji };
    this.#set({ reactions: [...this.state.reactions, floating].slice(-MOST_FLOATING) });
    setTimeout(() => this.#set({ reactions: this.state.reactions.filter((other) => other !== floating) }), FLOATING_MS);
  }

  #actions(): TalkActions {
    return {
      send: (text, to) => this.#call.sendChat(text, to ? { to } : {}),
      setDraft: (patch) => this.#set({ draft: { ...this.state.draft, ...patch } }),
      closeMenu: () => this.toggleMenu(false),
      react: (emoji) => {
        this.toggleMenu(false);
        this.#call.react(emoji).catch(() => undefined);
      },
    };
  }
}
