'use client';

import { usePresentation } from '../provider/presentation-context.ts';

/** Names of the columns. */
export function TraceListHeader() {
  const { messages } = usePresentation();
  return (
    <thead>
      <tr>
        <th scope="col" data-column="name">
          {messages.name}
        </th>
        <th scope="col" data-column="time">
          {messages.time}
        </th>
        <th scope="col" data-column="user">
          {messages.user}
        </th>
        <th scope="col" data-column="session">
          {messages.session}
        </th>
        <th scope="col" data-column="environment">
          {messages.environment}
        </th>
        <th scope="col" data-column="tags">
          {messages.tags}
        </th>
        <th scope="col" data-column="observations" data-numeric="">
          {messages.observations}
        </th>
        <th scope="col" data-column="tokens" data-numeric="">
          {messages.tokens}
        </th>
        <th scope="col" data-column="cost" data-numeric="">
          {messages.cost}
        </th>
        <th scope="col" data-column="latency" data-numeric="">
          {messages.latency}
        </th>
      </tr>
    </thead>
  );
}
