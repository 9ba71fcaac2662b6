'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import {
  draftedMetric,
  groupingFields,
  isOverTime,
  isWordless,
  measurableFields,
  METRIC_KINDS,
  metricDraft,
} from '@oriel/core';
import type { Filter, Metric, MetricDraft, TimeUnit, View, Widget } from '@oriel/core';
import { fieldLabel } from '../metric-chart/metric-labels.ts';
import { MetricChart } from '../metric-chart/metric-chart.tsx';
import { usePresentation } from './presentation.ts';

interface WidgetEditorProps {
  widget: Widget;
  filter: Filter | undefined;
  traces: Filter | undefined;
  onApply: (widget: Widget) => void;
  onClose: () => void;
}

const VIEWS: readonly View[] = ['traces', 'observations', 'sessions', 'users', 'scores'];
const TIME_UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month'];

/** A form for one chart, with a preview of what the store answers to it. */
export function WidgetEditor({ widget, filter, traces, onApply, onClose }: WidgetEditorProps) {
  const { messages } = usePresentation();
  const own = messages.dashboardGrid;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [title, setTitle] = useState(widget.title);
  const [draft, setDraft] = useState(() => metricDraft(widget.metric));
  const { metric, problem } = useMemo(() => draftedMetric(draft, widget.metric), [draft, widget.metric]);
  const [shown, setShown] = useState<Metric>(widget.metric);
  if (metric && metric !== shown) setShown(metric);
  const set = (part: Partial<MetricDraft>) => setDraft({ ...draft, ...part });
  const hasDimensions = draft.kind !== 'number' && draft.kind !== 'histogram';
  const measures = measurableFields(draft.view);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className="oriel-widget-editor" aria-label={own.editor} onClose={onClose}>
      <form
        className="oriel-widget-editor-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (metric) onApply({ ...widget, title: title.trim() || own.untitled, metric });
        }}
      >
        <Row label={own.title} id={`${id}-title`}>
          <input
            id={`${id}-title`}
            value={title}
            autoComplete="off"
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </Row>
        <Choice
          label={own.chart}
          value={draft.kind}
          options={METRIC_KINDS.map((kind) => [kind, own.kinds[kind]])}
          onChange={(kind) => set({ kind })}
        />
        <Choice<View>
          label={own.view}
          value={draft.view}
          options={VIEWS.map((view) => [view, own.views[view]])}
          onChange={(view) => set({ view, dimensions: [], filterText: '' })}
        />
        {draft.kind !== 'histogram' && (
          <Choice<MetricDraft['aggregate']>
            label={own.measure}
            value={draft.aggregate}
            options={[
              ['count', own.count],
              ...Object.entries(own.aggregates).map(
                ([name, label]) => [name as MetricDraft['aggregate'], label] as const,
              ),
            ]}
            onChange={(aggregate) => set({ aggregate })}
          />
        )}
        {(draft.aggregate !== 'count' || draft.kind === 'histogram') && (
          <FieldInput
            label={own.field}
            value={draft.field}
            fields={draft.aggregate === 'count-distinct' ? [...groupingFields(draft.view), 'id'] : measures}
            onChange={(field) => set({ field })}
          />
        )}
        {hasDimensions &&
          [own.groupBy, own.thenBy].map((label, index) => (
            <FieldInput
              key={label}
              label={label}
              value={draft.dimensions[index] ?? ''}
              fields={groupingFields(draft.view)}
              onChange={(name) => {
                const dimensions = [draft.dimensions[0] ?? '', draft.dimensions[1] ?? ''];
                dimensions[index] = name;
                set({ dimensions });
              }}
            />
          ))}
        <Row label={own.filter} id={`${id}-filter`}>
          <input
            id={`${id}-filter`}
            value={draft.filterText}
            placeholder={own.filterHint}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-problem`}
            onChange={(event) => set({ filterText: event.currentTarget.value })}
          />
        </Row>
        {draft.filterText === '' && isWordless(widget.metric, draft.view) && (
          <p className="oriel-quiet">{own.wordless}</p>
        )}
        {hasDimensions && (
          <Row label={own.limit} id={`${id}-limit`}>
            <input
              id={`${id}-limit`}
              type="number"
              min={1}
              max={100}
              value={draft.limit}
              onChange={(event) =>
                set({ limit: Math.max(1, Math.min(100, event.currentTarget.valueAsNumber || 1)) })
              }
            />
          </Row>
        )}
        {isOverTime(shown) && (
          <Choice<TimeUnit | ''>
            label={own.timeUnit}
            value={draft.timeUnit}
            options={[['', own.automatic], ...TIME_UNITS.map((unit) => [unit, own.timeUnits[unit]] as const)]}
            onChange={(timeUnit) => set({ timeUnit })}
          />
        )}
        <output id={`${id}-problem`} className="oriel-widget-editor-problem">
          {problem}
        </output>
        <div className="oriel-widget-editor-actions">
          <button type="button" className="oriel-button" onClick={onClose}>
            {own.cancel}
          </button>
          <button type="submit" className="oriel-button" disabled={metric === null}>
            {own.apply}
          </button>
        </div>
      </form>
      <div className="oriel-widget-editor-preview">
        <p className="oriel-quiet">{own.preview}</p>
        <MetricChart
          metric={shown}
          title={title || own.untitled}
          filter={filter}
          traces={traces}
          onTimeRange={ignore}
        />
      </div>
    </dialog>
  );
}

/** A preview must not change what the page shows. */
function ignore() {}

function Row({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <div className="oriel-widget-editor-row">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Row label={label} id={id}>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Row>
  );
}

interface FieldInputProps {
  label: string;
  value: string;
  fields: readonly string[];
  onChange: (field: string) => void;
}

/** A field of the view; `metadata.…`, `scores.…` and such can be typed as well. */
function FieldInput({ label, value, fields, onChange }: FieldInputProps) {
  const { messages } = usePresentation();
  const id = useId();
  return (
    <Row label={label} id={id}>
      <input
        id={id}
        list={`${id}-list`}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
      <datalist id={`${id}-list`}>
        {fields.map((field) => (
          <option key={field} value={field}>
            {fieldLabel(field, messages)}
          </option>
        ))}
      </datalist>
    </Row>
  );
}
