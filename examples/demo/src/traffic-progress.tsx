import { useEffect, useState } from 'react';
import type { DemoTexts } from './demo-texts.ts';
import { onTrafficProgress } from './store-event-channel.ts';
import type { EventSource } from './store-event-channel.ts';

/** How much of the demo's month of traffic is there; nothing once it is. */
export function TrafficProgress({ events, texts }: { events: EventSource; texts: DemoTexts }) {
  const [share, setShare] = useState(1);
  useEffect(() => onTrafficProgress(events, setShare), [events]);
  if (share >= 1) return null;
  return (
    <output className="demo-notice">
      <span>{texts.makingTraffic}</span>
      <progress aria-label={texts.trafficMade} max={1} value={share} />
    </output>
  );
}
