import type { ReactNode } from 'react';
import type { NodePayload } from '../queries/payload-query.ts';
import type { ObservationDetailNode } from './use-observation-detail.ts';

/** The parts of the formatted view, in its order. */
export type DetailSection =
  | 'input'
  | 'output'
  | 'expected-output'
  | 'tools'
  | 'model-parameters'
  | 'metadata'
  | 'scores'
  | 'usage'
  | 'facts';

/** What a slot of the host gets to draw from. */
export interface DetailSlot {
  readonly node: ObservationDetailNode;
  /** `null` when nothing was captured, `undefined` while it loads. */
  readonly payload: NodePayload | null | undefined;
}

/** A section that the host may replace, wrap or leave out. */
export interface DetailSectionSlot extends DetailSlot {
  readonly section: DetailSection;
  /** What we would show. */
  readonly content: ReactNode;
}

/** A tab of the host's beside `formatted` and `json`. */
export interface DetailTab {
  /** Anything but `formatted` and `json`. */
  readonly id: string;
  readonly title: ReactNode;
  readonly render: (slot: DetailSlot) => ReactNode;
}

/** What a host may set, hold or add; all of it plain data but the slots. */
export interface DetailOptions {
  /** The open tab: `formatted`, `json` or one of yours. @defaultValue kept here */
  tab?: string | undefined;
  /** @defaultValue `formatted` */
  defaultTab?: string | undefined;
  onTabChange?: ((tab: string) => void) | undefined;
  /** Tabs of yours, after ours. Keep the array. @defaultValue none */
  tabs?: readonly DetailTab[] | undefined;
  /** Draws a section instead of us; return `content` for ours, `null` for nothing. */
  renderSection?: ((slot: DetailSectionSlot) => ReactNode) | undefined;
  /** Sections of which only the heading is shown, whichever observation is. @defaultValue kept here */
  foldedSections?: readonly DetailSection[] | undefined;
  /** @defaultValue none */
  defaultFoldedSections?: readonly DetailSection[] | undefined;
  onFoldedSectionsChange?: ((sections: readonly DetailSection[]) => void) | undefined;
  /** Whether markdown in texts is drawn. @defaultValue kept here */
  textStyle?: 'markdown' | 'text' | undefined;
  /** @defaultValue `markdown` */
  defaultTextStyle?: 'markdown' | 'text' | undefined;
  onTextStyleChange?: ((textStyle: 'markdown' | 'text') => void) | undefined;
}
