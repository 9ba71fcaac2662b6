'use client';

import { Component } from 'react';
import type { ContextType, ReactNode } from 'react';
import { DashboardContext } from '../navigation/dashboard-context.ts';

interface PageBoundaryState {
  readonly error: Error | null;
}

/** A page that cannot be loaded or drawn says so, and the way to the others stays open. */
export class PageBoundary extends Component<{ children: ReactNode }, PageBoundaryState> {
  static override contextType = DashboardContext;
  declare context: ContextType<typeof DashboardContext>;
  override state: PageBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): PageBoundaryState {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const messages = this.context?.messages;
    return (
      <div className="oriel-panel-message" data-kind="error" role="alert">
        <p className="oriel-panel-message-title">{messages?.pageFailed}</p>
        <p className="oriel-panel-message-hint">{error.message}</p>
        <button type="button" className="oriel-button" onClick={() => this.setState({ error: null })}>
          {messages?.panels.retry}
        </button>
      </div>
    );
  }
}
