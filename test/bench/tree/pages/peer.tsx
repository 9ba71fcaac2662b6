// The peer: span primitives of @assistant-ui/react-o11y, put together as its documentation shows. It mounts all rows.
import { createRoot } from 'react-dom/client';
import { SpanPrimitive, SpanResource } from '@assistant-ui/react-o11y';
import type { SpanData } from '@assistant-ui/react-o11y';
import { AuiConfig, AuiProvider } from '@assistant-ui/store';
import type { BenchPage } from '../bench-page.ts';
import { observations } from './observations.ts';
import { rootElement } from './root-element.ts';

const spans = observations.map(({ id, parentId, name, type, level, startTime, endTime }): SpanData => ({
  id,
  parentSpanId: parentId,
  name: name ?? '',
  type,
  status: level === 'ERROR' ? 'failed' : 'completed',
  startedAt: startTime,
  endedAt: endTime ?? startTime,
  latencyMs: (endTime ?? startTime) - startTime,
}));

function Row() {
  return (
    <SpanPrimitive.Root data-row="" style={{ display: 'flex', height: 28 }}>
      <SpanPrimitive.Indent style={{ width: 360 }}>
        <SpanPrimitive.CollapseToggle>v</SpanPrimitive.CollapseToggle>
        <SpanPrimitive.StatusIndicator />
        <SpanPrimitive.TypeBadge />
        <SpanPrimitive.Name />
      </SpanPrimitive.Indent>
      <SpanPrimitive.Timeline style={{ flex: 1, position: 'relative' }}>
        <SpanPrimitive.TimelineBar style={{ height: 12, background: '#48c' }} />
      </SpanPrimitive.Timeline>
    </SpanPrimitive.Root>
  );
}

const components = { Span: Row };

function List() {
  // oxlint-disable-next-line react/capitalized-calls -- the peer's configuration, no components
  const config = AuiConfig({ span: SpanResource({ spans }) });
  return (
    <AuiProvider extends={null} config={config}>
      <div data-list="" style={{ height: '100%', overflow: 'auto' }}>
        <SpanPrimitive.Children components={components} />
      </div>
    </AuiProvider>
  );
}

window.bench = {
  mount: () => createRoot(rootElement()).render(<List />),
  isReady: () => document.querySelectorAll('[data-row]').length >= observations.length * 0.99,
  scroller: () => document.querySelector('[data-list]') ?? document.body,
  toggle: () => document.querySelector<HTMLElement>('[data-row] button')?.click(),
} satisfies BenchPage;
