'use client';

import type { KeyboardEvent } from 'react';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { ScoreField } from './score-field.tsx';
import { useScoreForm } from './use-score-form.ts';
import type { UseScoreFormOptions } from './use-score-form.ts';

export interface ScoreFormViewProps extends PanelProps, UseScoreFormOptions {}

/** `ScoreForm` for configs and scores you hold: no store. */
export function ScoreFormView({
  configs,
  scores,
  onSave,
  now,
  traceId,
  observationId,
  sessionId,
  author,
  ...panel
}: ScoreFormViewProps) {
  const { scoreForm: texts } = usePresentation().messages;
  const form = useScoreForm({ configs, scores, onSave, now, traceId, observationId, sessionId, author });

  if (configs.length === 0) {
    return (
      <Panel aria-label={texts.title} {...panel} name="score-form" state="empty">
        <PanelMessage kind="empty" title={texts.noConfigs}>
          {texts.noConfigsHint}
        </PanelMessage>
      </Panel>
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.save();
  }

  return (
    <Panel aria-label={texts.title} {...panel} name="score-form" state="ready">
      {/* What the browser says of fields is said by us, in the reader's language. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a short cut for keys that bubble from the fields */}
      <form
        className="oriel-score-form-fields"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        {configs.map((config) => (
          <ScoreField
            key={config.name}
            config={config}
            draft={form.drafts[config.name] ?? { value: null, comment: '' }}
            problem={form.problems[config.name]}
            onChange={(part) => form.change(config.name, part)}
          />
        ))}
        <div className="oriel-score-form-end">
          <button
            type="submit"
            className="oriel-button"
            disabled={form.state === 'saving'}
            aria-keyshortcuts="Control+Enter"
          >
            {texts.save}
          </button>
          <output className="oriel-quiet">
            {form.state === 'saving' && texts.saving}
            {form.state === 'saved' && texts.saved}
          </output>
          {form.state === 'failed' && (
            <span role="alert" className="oriel-score-problem">
              {texts.notSaved} {form.error instanceof Error && form.error.message}
            </span>
          )}
        </div>
      </form>
    </Panel>
  );
}
