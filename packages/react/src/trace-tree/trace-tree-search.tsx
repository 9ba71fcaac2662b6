'use client';

import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import { NextIcon, PayloadSearchIcon, PreviousIcon, SearchIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import type { useTraceTree } from './use-trace-tree.ts';

interface TraceTreeSearchProps {
  tree: ReturnType<typeof useTraceTree>;
}

/** A field to search by, how many rows were found, and the way from one to the next. Enter goes on, Shift+Enter back. */
export function TraceTreeSearch({ tree }: TraceTreeSearchProps) {
  const { messages, format } = usePresentation();
  const texts = messages.traceTreePanel;
  const { search, showHit } = tree;
  const fieldId = useId();
  const count = search.hits.length;
  const place = search.placeOf(tree.selectedRow);
  const isAsked = search.text.trim() !== '';

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') showHit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && search.text !== '') search.setText('');
    else return;
    event.preventDefault();
  }

  return (
    <search className="oriel-search-field oriel-trace-tree-search">
      <SearchIcon />
      <label className="oriel-visually-hidden" htmlFor={fieldId}>
        {texts.search}
      </label>
      <input
        id={fieldId}
        type="text"
        value={search.text}
        placeholder={texts.search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => search.setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className="oriel-trace-tree-hits" data-state={search.payloadState}>
        {isAsked &&
          (search.payloadState === 'failed'
            ? texts.payloadSearchFailed
            : count > 0
              ? texts.hits(place === 0 ? '' : format.count(place), format.count(count))
              : search.payloadState === 'searching'
                ? texts.searchingPayloads
                : texts.noHits)}
      </output>
      {search.canSearchPayloads && (
        <button
          type="button"
          className="oriel-icon-button"
          aria-label={texts.searchPayloads}
          title={texts.searchPayloads}
          aria-pressed={search.withPayloads}
          onClick={() => search.setWithPayloads(!search.withPayloads)}
        >
          <PayloadSearchIcon />
        </button>
      )}
      {isAsked && (
        <>
          <button
            type="button"
            className="oriel-icon-button"
            aria-label={texts.previousHit}
            title={texts.previousHit}
            disabled={count === 0}
            onClick={() => showHit(-1)}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            className="oriel-icon-button"
            aria-label={texts.nextHit}
            title={texts.nextHit}
            disabled={count === 0}
            onClick={() => showHit(1)}
          >
            <NextIcon />
          </button>
        </>
      )}
    </search>
  );
}
