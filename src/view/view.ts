import type { CallSnapshot, MediaKind, Participant } from '../call/call-state.js';
import type { LinkReport } from '../call/features/link-report.js';
import type { SafetyCode } from '../call/safety-code.js';
import type { Shown } from '../call/features/picture-shape.js';
import type { Strings } from '../i18n/strings.js';
import type { StageActions, StageState } from './stage-controller.js';
import type { PanelModule, PanelName } from './panels.js';
import type { ShortcutScope } from './shortcuts.js';
import type { TalkState } from './talk-ui.js';

/** Buttons of the toolbar, in the order they are shown. */
export type Control = 'mic' | 'camera' | 'screen' | 'chat' | 'hand' | 'reactions' | 'people' | 'layout' | 'settings' | 'leave';

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
  /** The details of the connection may be opened. */
  readonly hasStats: boolean;
  /** The browser has a floating window for the call, and the page allows it. */
  readonly hasPip: boolean;
  /** getDisplayMedia exists here. */
  readonly canShareScreen: boolean;
  readonly stage: StageState;
  /** Where the keys work. */
  readonly shortcuts: ShortcutScope;
  /** How loud the others are, 0 to 1, and by id each of them where it is not 1. */
  readonly volume: number;
  readonly volumes: ReadonlyMap<string, number>;
  /** What is open at the side; null for nothing. */
  readonly panel: OpenPanel | null;
  /** Chat, hands and reactions; undefined until the first of them is seen or asked for. */
  readonly talk: TalkState | undefined;
}

/** Everything a press inside the element can ask for. */
export interface Actions extends StageActions {
  join(): void;
  leave(): void;
  /** Open microphone and camera before joining. */
  preview(): void;
  /** Turns an input on or off; without `on`, to the other state. */
  toggle(kind: MediaKind, on?: boolean): void;
  selectDevice(kind: MediaDeviceKind, id: string): void;
  /** Takes the camera on the other side. */
  flipCamera(): void;
  /** Makes one participant louder or quieter, 0 to 1. */
  setVolume(id: string, volume: number): void;
  /** Opens or closes a panel; without `on`, the other of the two. */
  togglePanel(name: PanelName, on?: boolean): void;
  toggleHand(): void;
  /** Opens or closes the menu of reactions. */
  toggleReactions(): void;
  /** How the others' pictures are shown, by participant id. */
  setShown(shown: ReadonlyMap<string, Shown>): void;
  /** What each link carried since the last time. */
  measure(): Promise<readonly LinkReport[]>;
  /** The code to compare with a participant; rejects when none could be made. */
  safetyCode(id: string): Promise<SafetyCode>;
  /** The person compared the codes. */
  markSafety(id: string, isSame: boolean): void;
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
  /** Which way the element is written; undefined for the way of the page around. */
  readonly direction?: Strings['direction'] | undefined;
}

export type { Participant };
