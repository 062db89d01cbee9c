import type { Feature } from '../call/call-config.js';
import type { CallSnapshot, MediaKind, Participant } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import type { PanelModule, PanelName } from './panels.js';
import type { TalkActions, TalkState } from './talk-controller.js';

/** Buttons of the toolbar, in the order they are shown. */
export type Control = 'mic' | 'camera' | 'screen' | 'chat' | 'hand' | 'reactions' | 'settings' | 'leave';

/** A panel that is open, and what is in it once its code has come. */
export interface OpenPanel {
  readonly name: PanelName;
  readonly content: PanelModule['content'] | undefined;
}

/** What the view knows beyond the call itself; lives as long as the element. */
export interface ViewState {
  readonly controls: readonly Control[];
  /** Inputs that the page lets the person use. */
  readonly inputs: readonly ('mic' | 'camera')[];
  /** Link that brings others here; empty when the room has no name yet. */
  readonly invite: string;
  /** The invite was copied a moment ago. */
  readonly copied: boolean;
  /** The browser holds back sound until a press ("tap to hear"). */
  readonly soundBlocked: boolean;
  /** The person's name as typed or given. */
  readonly displayName: string;
  /** Notices the person closed. */
  readonly dismissed: ReadonlySet<string>;
  /** getDisplayMedia exists here. */
  readonly canShareScreen: boolean;
  /** What is open at the side; null for nothing. */
  readonly panel: OpenPanel | null;
  /** Features that the page took away. */
  readonly disable: readonly Feature[];
  readonly talk: TalkState;
}

/** Everything a press inside the element can ask for. */
export interface Actions extends TalkActions {
  join(): void;
  leave(): void;
  /** Open microphone and camera before joining. */
  preview(): void;
  toggle(kind: MediaKind): void;
  selectDevice(kind: MediaDeviceKind, id: string): void;
  /** Opens or closes a panel; without `on`, the other of the two. */
  togglePanel(name: PanelName, on?: boolean): void;
  retry(): void;
  setRoom(room: string): void;
  setDisplayName(name: string): void;
  copyInvite(): void;
  hear(): void;
  dismiss(notice: string): void;
  /** A media element could not start with sound. */
  soundBlocked(): void;
}

/** The one argument of every view. */
export interface View {
  readonly call: CallSnapshot;
  readonly ui: ViewState;
  readonly actions: Actions;
  readonly strings: Strings;
  /** BCP 47 tag of the element's place in the page, as the page gives it; for times and numbers. */
  readonly language: string;
}

export type { Participant };
