import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { findInsights, lossLedger } from '@oriel/core';
import { generateTrace, traceStructure } from '@oriel/core/testing';
import { InsightListView } from '@oriel/react/insight-list';
import '@oriel/react/styles.css';

/** What the benchmark asks of its page. */
export interface InsightsBench {
  /** Looks into the trace in one go. */
  atOnce(): void;
  /** Shows the list of the same trace, and answers once all of it is there. */
  inSlices(): Promise<void>;
}

declare global {
  interface Window {
    insights: InsightsBench;
  }
}

const observations = Number(new URLSearchParams(location.search).get('observations'));
const structure = traceStructure(generateTrace({ observations }));

window.insights = {
  atOnce() {
    findInsights(structure);
    lossLedger(structure);
  },
  async inSlices() {
    const element = document.createElement('div');
    element.style.blockSize = '600px';
    document.body.append(element);
    createRoot(element).render(createElement(InsightListView, { structure }));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-state=ready]')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element, { subtree: true, childList: true, attributes: true });
    });
  },
};
