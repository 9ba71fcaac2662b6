import { useEffect, useState } from 'react';
import { onTrafficProgress } from './store-event-channel.ts';
import type { EventSource } from './store-event-channel.ts';

/** How much of the demo's month of traffic is there; nothing once it is. */
export function TrafficProgress({ events }: { events: EventSource }) {
  const [share, setShare] = useState(1);
  useEffect(() => onTrafficProgress(events, setShare), [events]);
  if (share >= 1) return null;
  return (
    <output className="demo-notice">
      <span>Making a month of a company’s traffic to look at …</span>
      <progress aria-label="Traffic made" max={1} value={share} />
    </output>
  );
}
