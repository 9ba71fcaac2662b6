'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ObservationLevel } from '@oriel/core';
import { OptionsIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import type { TraceTreeColumn } from './trace-tree-columns.tsx';
import type { useTraceTree } from './use-trace-tree.ts';

interface TraceTreeOptionsProps {
  tree: ReturnType<typeof useTraceTree>;
  columns: readonly TraceTreeColumn[];
  hiddenColumns: readonly string[];
  onHiddenColumnsChange: (ids: readonly string[]) => void;
}

/** A button that opens what the reader may choose: the mildest level shown, grouping, and columns. */
export function TraceTreeOptions({
  tree,
  columns,
  hiddenColumns,
  onHiddenColumnsChange,
}: TraceTreeOptionsProps) {
  const { messages } = usePresentation();
  const texts = messages.traceTreePanel;
  const [isOpen, setIsOpen] = useState(false);
  const menuId = useId();
  const levelId = useId();
  const rootRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!rootRef.current?.contains(target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    buttonRef.current?.focus();
  }

  const levels: readonly (readonly [ObservationLevel, string])[] = [
    ['DEBUG', texts.allLevels],
    ['DEFAULT', texts.withoutDebug],
    ['WARNING', texts.warningsAndErrors],
    ['ERROR', texts.errorsOnly],
  ];
  const isChanged = tree.minimumLevel !== 'DEBUG' || tree.isGrouped;

  return (
    <div
      ref={rootRef}
      role="presentation"
      className="oriel-trace-tree-options"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={buttonRef}
        type="button"
        className="oriel-icon-button"
        aria-label={texts.options}
        title={texts.options}
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        data-changed={isChanged ? '' : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <OptionsIcon />
      </button>
      {isOpen && (
        <fieldset id={menuId} className="oriel-trace-tree-menu" aria-label={texts.options}>
          <label htmlFor={levelId}>{texts.minimumLevel}</label>
          <select
            id={levelId}
            value={tree.minimumLevel}
            onChange={(event) => tree.setMinimumLevel(event.target.value as ObservationLevel)}
          >
            {levels.map(([level, text]) => (
              <option key={level} value={level}>
                {text}
              </option>
            ))}
          </select>
          <Choice text={texts.groupRepeats} isChosen={tree.isGrouped} onChoose={tree.setIsGrouped} />
          {columns.length > 0 && (
            <fieldset>
              <legend>{texts.columns}</legend>
              {columns.map(({ id, header }) => (
                <Choice
                  key={id}
                  text={typeof header === 'string' ? header : header(messages)}
                  isChosen={!hiddenColumns.includes(id)}
                  onChoose={(isShown) =>
                    onHiddenColumnsChange(
                      isShown ? hiddenColumns.filter((hidden) => hidden !== id) : [...hiddenColumns, id],
                    )
                  }
                />
              ))}
            </fieldset>
          )}
        </fieldset>
      )}
    </div>
  );
}

interface ChoiceProps {
  text: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function Choice({ text, isChosen, onChoose }: ChoiceProps) {
  return (
    <label>
      <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      {text}
    </label>
  );
}
