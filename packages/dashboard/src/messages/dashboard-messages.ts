import type { ScoreConfig } from '@oriel/core';
import type { Messages } from '@oriel/react';
import type { PageName } from '../navigation/route.ts';

/** Every text of the dashboard. `en` and `zhCN` are shipped. */
export interface DashboardMessages {
  /** Texts of the panels inside. */
  readonly panels: Messages;

  readonly pages: Readonly<Record<PageName, string>>;
  /** Name of the list of pages. */
  readonly navigation: string;
  readonly openNavigation: string;
  readonly closeNavigation: string;
  readonly skipToContent: string;
  /** Name of the button that shows what there is to filter by. */
  readonly facets: string;
  /** Name of the button that shows ways of looking at a list that somebody kept. */
  readonly views: string;
  /** Name of the button that shows what scores come to. */
  readonly analytics: string;
  readonly loadingPage: string;
  readonly pageFailed: string;

  readonly palette: {
    readonly open: string;
    readonly title: string;
    readonly placeholder: string;
    readonly searching: string;
    readonly nothing: (text: string) => string;
    readonly pages: string;
    readonly trace: string;
    readonly traces: string;
    readonly sessions: string;
    readonly users: string;
  };

  readonly item: {
    /** Name of the line that says where the reader is. */
    readonly place: string;
    readonly previous: string;
    readonly next: string;
    readonly openPage: string;
    readonly closePeek: string;
    readonly peek: (name: string) => string;
    /** Tabs beside what it holds. */
    readonly score: string;
    readonly comments: string;
  };

  readonly start: {
    readonly title: string;
    readonly lead: string;
    readonly langfuse: string;
    readonly openTelemetry: string;
    readonly code: string;
    readonly copy: string;
    readonly copied: string;
    readonly waiting: string;
  };

  readonly dashboards: {
    readonly curated: string;
    readonly titles: Readonly<Record<'latency' | 'usage' | 'cost', string>>;
    readonly own: string;
    /** How many charts a dashboard has. */
    readonly charts: (count: number, formatted: string) => string;
    readonly name: string;
    readonly add: string;
    readonly taken: (name: string) => string;
    readonly copyOf: (name: string) => string;
    readonly noDocuments: string;
  };

  readonly settings: {
    readonly scores: string;
    readonly storage: string;
    readonly room: string;
    readonly roomOf: (used: string, quota: string) => string;

    readonly transfer: string;
    readonly transferHint: string;
    readonly exportAll: string;
    readonly importFile: string;
    readonly cancel: string;
    readonly transferring: (traces: string) => string;
    readonly transferred: (traces: string, rejected: string) => string;
    readonly transferCancelled: string;

    readonly ingestion: string;
    readonly payloads: string;
    readonly received: string;
    readonly rejected: string;
    readonly sampledOut: string;
    readonly priced: string;
    readonly unpriced: string;
    readonly retries: string;
    readonly masked: string;
    readonly nothingMasked: string;

    readonly prices: string;
    readonly scoreConfigs: string;
    readonly noScoreConfigs: string;
    readonly configName: string;
    readonly configType: string;
    readonly configTypes: Readonly<Record<ScoreConfig['dataType'], string>>;
    readonly smallest: string;
    readonly largest: string;
    readonly categories: string;
    readonly categoriesHint: string;
    readonly description: string;
    readonly addConfig: string;
    readonly archive: string;
    readonly restore: string;
    readonly archived: string;

    readonly deadLetters: string;
    readonly noDeadLetters: string;
    readonly letter: (records: string, stage: string, code: string) => string;
    readonly replay: string;
    readonly giveUp: string;
  };
}
