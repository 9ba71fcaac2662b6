import { en as panels } from '@oriel/react';
import type { DashboardMessages } from './dashboard-messages.ts';

export const en: DashboardMessages = {
  panels,

  pages: {
    home: 'Home',
    traces: 'Traces',
    observations: 'Observations',
    sessions: 'Sessions',
    users: 'Users',
    costs: 'Costs',
    quality: 'Quality',
    releases: 'Releases',
    dashboards: 'Dashboards',
    settings: 'Settings',
  },
  navigation: 'Pages',
  openNavigation: 'Open the list of pages',
  closeNavigation: 'Close',
  skipToContent: 'Skip to the page',
  facets: 'Filters',
  views: 'Views',
  analytics: 'Analytics',
  loadingPage: 'Loading the page',
  pageFailed: 'This page could not be loaded',

  palette: {
    open: 'Jump to …',
    title: 'Jump to a page, trace, session or user',
    placeholder: 'A name, or any id …',
    searching: 'Looking …',
    nothing: (text) => `Nothing is called “${text}”, and it is nobody’s id.`,
    pages: 'Pages',
    trace: 'Has this id',
    traces: 'Traces',
    sessions: 'Sessions',
    users: 'Users',
  },

  item: {
    place: 'Where you are',
    previous: 'Previous',
    next: 'Next',
    openPage: 'Open as a page',
    closePeek: 'Close',
    peek: (name) => `Trace ${name}`,
    score: 'Score',
    comments: 'Comments',
  },

  start: {
    title: 'No traces yet',
    lead: 'Send some, and they appear here by themselves.',
    langfuse: 'From a Langfuse SDK',
    openTelemetry: 'From any OpenTelemetry exporter',
    code: 'From your own code',
    copy: 'Copy',
    copied: 'Copied',
    waiting: 'Waiting for the first trace …',
  },

  dashboards: {
    curated: 'Ready to use',
    titles: { latency: 'Latency', usage: 'Usage', cost: 'Cost' },
    own: 'Made here',
    charts: (count, formatted) => (count === 1 ? '1 chart' : `${formatted} charts`),
    name: 'Name of a new dashboard',
    add: 'Make it',
    taken: (name) => `There is a dashboard called “${name}” already.`,
    copyOf: (name) => `copy of ${name}`,
    noDocuments: 'This store keeps no documents, so dashboards cannot be made here.',
  },

  settings: {
    scores: 'Scores',
    storage: 'What is stored',
    room: 'Room taken',
    roomOf: (used, quota) => `${used} of ${quota}`,

    transfer: 'Export and import',
    transferHint:
      'One file holds every trace, score, document and medium. Importing adds to what is there; doing it twice changes nothing.',
    exportAll: 'Export everything',
    importFile: 'Import a file …',
    cancel: 'Cancel',
    transferring: (traces) => `${traces} traces so far …`,
    transferred: (traces, rejected) =>
      rejected === '0'
        ? `Done: ${traces} traces.`
        : `Done: ${traces} traces; ${rejected} lines could not be kept.`,
    transferCancelled: 'Cancelled.',

    ingestion: 'Ingestion since it started',
    payloads: 'Payloads',
    received: 'Received',
    rejected: 'Parts that could not be read',
    sampledOut: 'Left out by sampling',
    priced: 'Calls priced',
    unpriced: 'Calls without a price',
    retries: 'Writes tried again',
    masked: 'Hidden by masking, by rule',
    nothingMasked: 'No rule has hidden anything yet.',

    prices: 'Prices of models',
    scoreConfigs: 'What people can score',
    noScoreConfigs: 'Nothing yet. Add a score, and forms offer it.',
    configName: 'Name',
    configType: 'Kind',
    configTypes: { NUMERIC: 'A number', CATEGORICAL: 'A category', BOOLEAN: 'Yes or no', TEXT: 'A text' },
    smallest: 'Smallest',
    largest: 'Largest',
    categories: 'Categories',
    categoriesHint: 'separated by commas',
    description: 'What it is about',
    addConfig: 'Add',
    archive: 'Archive',
    restore: 'Offer again',
    archived: 'archived',

    deadLetters: 'Records that could not be written',
    noDeadLetters: 'There are none.',
    letter: (records, stage, code) => `${records} records · ${stage} · ${code}`,
    replay: 'Try again',
    giveUp: 'Give up',
  },
};
