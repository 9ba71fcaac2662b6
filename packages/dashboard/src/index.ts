export { OrielDashboard } from './dashboard.tsx';
export type { OrielDashboardProps } from './dashboard.tsx';

export type { DashboardMessages } from './messages/dashboard-messages.ts';
export { en } from './messages/en.ts';
export { zhCN } from './messages/zh-cn.ts';

export { browserHistory } from './navigation/browser-history.ts';
export type { BrowserHistoryOptions } from './navigation/browser-history.ts';
export type { DashboardHistory } from './navigation/dashboard-history.ts';
export { hashHistory } from './navigation/hash-history.ts';
export { memoryHistory } from './navigation/memory-history.ts';
export { PAGES } from './navigation/route.ts';
export type { PageName } from './navigation/route.ts';

export type { DeadLetterSummary, IngestionCounters, IngestionMonitor } from './settings/ingestion-monitor.ts';
export type { StorageUse } from './settings/storage-use.ts';
export type { Connection } from './start-page/connection.ts';
