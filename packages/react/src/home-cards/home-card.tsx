'use client';

import { useId, useState } from 'react';
import { homeCards, narrowQuery } from '@oriel/core';
import type { HomeCardId, RecordQuery, View } from '@oriel/core';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { fieldLabel } from '../metric-chart/metric-labels.ts';
import { MetricChart } from '../metric-chart/metric-chart.tsx';
import type { MetricChartProps } from '../metric-chart/metric-chart.tsx';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { WholeNumber } from './whole-number.tsx';

export interface HomeCardProps extends Omit<MetricChartProps, 'metric' | 'title' | 'heading'> {
  card: HomeCardId;
  /** Which tab is open, held by you. @defaultValue held by the card, the first */
  tab?: string | undefined;
  onTab?: ((tab: string) => void) | undefined;
}

/**
 * One card of a home page, on its own. It obeys the nearest `FilterProvider`.
 *
 * @example
 * <HomeCard card="model-costs" onFilter={openTraces} />
 */
export function HomeCard({
  card: id,
  tab: chosen,
  onTab,
  filter,
  traces,
  onFilter,
  ...chart
}: HomeCardProps) {
  const { messages } = usePresentation();
  const texts = messages.dashboard;
  const card = homeCards.find((one) => one.id === id);
  const [tabId, setTab] = useControlled<string>(chosen, card?.tabs[0]?.id ?? '', onTab);
  const [picked, setPicked] = useState('');
  const tab = card?.tabs.find((one) => one.id === tabId) ?? card?.tabs[0];
  if (!card || !tab) return null;

  const own = { ...(filter && { filter }), ...(traces && { traces }) };
  const choice: RecordQuery =
    card.pick && picked !== '' ? { filter: { field: card.pick.field, op: '=', value: picked } } : {};
  const narrowed = narrowQuery(own, choice);
  const tabs = card.tabs.map((one) => ({ id: one.id, label: texts.tabs[`${id}.${one.id}`] ?? one.id }));
  const title = texts.cards[id];
  const named = tabs.find((one) => one.id === tab.id);
  return (
    <MetricChart
      {...chart}
      {...narrowed}
      onFilter={
        onFilter &&
        ((condition, view, time) =>
          onFilter(
            narrowQuery({ filter: condition }, choice).filter ?? condition,
            view,
            ...(time ? [time] : []),
          ))
      }
      metric={tab.metric}
      title={tabs.length > 1 && named ? `${title}: ${named.label}` : title}
      heading={
        <div className="oriel-home-card-heading">
          <span className="oriel-chart-title">{title}</span>
          {card.whole && <WholeNumber metric={card.whole} own={narrowed} />}
          {tabs.length > 1 && (
            <fieldset className="oriel-home-card-tabs" aria-label={title}>
              {tabs.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  aria-pressed={one.id === tab.id}
                  onClick={() => setTab(one.id)}
                >
                  {one.label}
                </button>
              ))}
            </fieldset>
          )}
          {card.pick && <Pick pick={card.pick} own={own} value={picked} onChange={setPicked} />}
        </div>
      }
    />
  );
}

interface PickProps {
  pick: { view: View; field: string };
  own: RecordQuery;
  value: string;
  onChange: (value: string) => void;
}

/** The values there are of a field, of which one may be chosen. */
function Pick({ pick: { view, field }, own, value, onChange }: PickProps) {
  const { messages } = usePresentation();
  const id = useId();
  const records = usePanelQuery(view, own);
  const facets = useFacets({ view, fields: [field], limit: 50, ...records });
  const values = (facets.data?.[0]?.values ?? []).map((one) => String(one.value));
  return (
    <select
      id={id}
      className="oriel-home-card-pick"
      aria-label={messages.dashboard.narrowTo(fieldLabel(field, messages))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{`${fieldLabel(field, messages)}: ${messages.dashboard.everything}`}</option>
      {/* What was chosen stays, although nothing of it is in sight. */}
      {(value === '' || values.includes(value) ? values : [value, ...values]).map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
