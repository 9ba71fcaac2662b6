'use client';

import type { KeyboardEvent } from 'react';
import { MAX_JSON_MATCHES, exactNumber, jsonPathText, printJson } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { ChevronIcon, CollapseAllIcon, ExpandAllIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { CopyButton } from './copy-button.tsx';
import type { FoldableOutline } from './use-json-outline.ts';
import type { useJsonSearch } from './use-json-search.ts';

interface JsonTreeToolbarProps {
  outline: FoldableOutline;
  value: JsonValue;
  label: string;
  text: string;
  onText: (text: string) => void;
  search: ReturnType<typeof useJsonSearch>;
  onStep: (by: number) => void;
}

/** What can be done with a JSON tree: find, fold, and take the active line's path or value along. */
export function JsonTreeToolbar({
  outline,
  value,
  label,
  text,
  onText,
  search,
  onStep,
}: JsonTreeToolbarProps) {
  const { messages, format } = usePresentation();
  const { payload } = messages;
  const { matches, place, isSearching } = search;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && text !== '') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const most = matches.length === MAX_JSON_MATCHES ? '+' : '';
  const said =
    text === ''
      ? ''
      : isSearching
        ? payload.jsonSearching
        : matches.length === 0
          ? payload.jsonNoMatch
          : payload.jsonMatches(format.count(place + 1), `${format.count(matches.length)}${most}`);
  const path = outline.activePath;
  return (
    <div className="oriel-json-toolbar">
      <input
        type="search"
        className="oriel-json-search"
        aria-label={`${payload.jsonSearch}: ${label}`}
        placeholder={payload.jsonSearch}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className="oriel-json-found">{said}</output>
      <button
        type="button"
        className="oriel-icon-button oriel-json-previous"
        aria-label={payload.previousMatch}
        title={payload.previousMatch}
        disabled={matches.length === 0}
        onClick={() => onStep(-1)}
      >
        <ChevronIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button oriel-json-next"
        aria-label={payload.nextMatch}
        title={payload.nextMatch}
        disabled={matches.length === 0}
        onClick={() => onStep(1)}
      >
        <ChevronIcon />
      </button>
      <span className="oriel-json-toolbar-gap" />
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={payload.expandLevel}
        title={payload.expandLevel}
        onClick={outline.openLevel}
      >
        <ExpandAllIcon />
      </button>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={messages.collapseAll}
        title={messages.collapseAll}
        onClick={outline.foldAll}
      >
        <CollapseAllIcon />
      </button>
      <span className="oriel-json-copy">
        {payload.copyPath}
        <CopyButton label={payload.copyPath} text={() => jsonPathText(value, path)} />
      </span>
      <span className="oriel-json-copy">
        {payload.copyValue}
        <CopyButton label={payload.copyValue} text={() => textOfPlace(outline)} />
      </span>
    </div>
  );
}

function textOfPlace({ outline, activeIndex }: FoldableOutline): string {
  const row = outline.row(activeIndex);
  if (!row) return '';
  const exact = typeof row.value === 'number' ? exactNumber(row.container, row.label ?? '') : undefined;
  return exact ?? printJson(row.value).text;
}
