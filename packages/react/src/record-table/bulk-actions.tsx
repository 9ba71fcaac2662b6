'use client';

import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { usePresentation } from './presentation.ts';
import type { BulkAction } from './run-bulk-action.ts';
import type { BulkActionRun } from './use-bulk-action.ts';

export interface BulkActionsProps {
  run: BulkActionRun;
  onAct: (action: BulkAction) => void;
}

/** What can be done with the selected traces; of a store that cannot be written to, why nothing can. */
export function BulkActions({ run, onAct }: BulkActionsProps) {
  const { messages } = usePresentation();
  const texts = messages.recordTable;
  const [isTagging, setIsTagging] = useState(false);
  const [tag, setTag] = useState('');
  const fieldId = useId();
  if (!run.isWritable) return <span className="oriel-quiet">{texts.readOnly}</span>;

  function addTag(event: FormEvent) {
    event.preventDefault();
    const wanted = tag.trim();
    if (wanted === '') return;
    setIsTagging(false);
    setTag('');
    onAct({ kind: 'tag', tag: wanted });
  }

  if (isTagging) {
    return (
      <form className="oriel-record-tag-form" onSubmit={addTag}>
        <label htmlFor={fieldId} className="oriel-visually-hidden">
          {texts.tag}
        </label>
        <input
          id={fieldId}
          className="oriel-record-tag-field"
          value={tag}
          placeholder={texts.tag}
          autoComplete="off"
          ref={(field) => field?.focus({ preventScroll: true })}
          onChange={(event) => setTag(event.target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setIsTagging(false);
          }}
        />
        <button type="submit" className="oriel-button" title={texts.tagsStay}>
          {texts.addTag}
        </button>
      </form>
    );
  }
  return (
    <>
      <button type="button" className="oriel-button" disabled={run.isBusy} onClick={() => setIsTagging(true)}>
        {texts.addTag}…
      </button>
      <button
        type="button"
        className="oriel-button oriel-record-delete"
        disabled={run.isBusy}
        onClick={() => onAct({ kind: 'delete' })}
      >
        {texts.delete}
      </button>
    </>
  );
}

/** How far an action on many traces is, and the way back. */
export function BulkStatus({ run }: { run: BulkActionRun }) {
  const { messages, format } = usePresentation();
  const texts = messages.recordTable;
  const { state } = run;
  if (!state) return null;
  const isDelete = 'action' in state && state.action.kind === 'delete';
  const tag = 'action' in state && state.action.kind === 'tag' ? state.action.tag : '';
  const count = (value: number) => format.count(value);
  return (
    <div className="oriel-record-bulk" data-kind={state.kind}>
      <output>
        {state.kind === 'waiting' &&
          (isDelete
            ? texts.willDelete(state.count, count(state.count), count(state.secondsLeft))
            : texts.willTag(tag, state.count, count(state.count), count(state.secondsLeft)))}
        {state.kind === 'running' && texts.progress(count(state.done), count(state.total))}
        {state.kind === 'done' &&
          (isDelete
            ? texts.deleted(count(state.done), count(state.total))
            : texts.tagged(tag, count(state.done), count(state.total)))}
        {state.kind === 'failed' && texts.bulkFailed(state.message, count(state.done), count(state.total))}
      </output>
      <button type="button" className="oriel-text-button" onClick={run.isBusy ? run.stop : run.dismiss}>
        {state.kind === 'waiting' ? texts.undo : state.kind === 'running' ? texts.cancel : texts.dismiss}
      </button>
    </div>
  );
}
