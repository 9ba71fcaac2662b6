'use client';

import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { OptionsIcon } from '../icons/control-icons.tsx';
import { Popup } from '../popup/popup.tsx';
import { usePresentation } from './presentation.ts';

interface ViewActionsProps {
  name: string;
  isReadable: boolean;
  link: () => string | null;
  json: () => string;
  onUpdate: () => Promise<boolean>;
  onRename: (name: string) => Promise<boolean>;
  onRemove: () => Promise<boolean>;
}

/** What can be done with a saved view. */
export function ViewActions({
  name,
  isReadable,
  link,
  json,
  onUpdate,
  onRename,
  onRemove,
}: ViewActionsProps) {
  const { messages } = usePresentation();
  const texts = messages.savedViews;
  const [isOpen, setOpen] = useState(false);
  const [renamed, setRenamed] = useState<string | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    setRenamed(null);
    setCopied(null);
    buttonRef.current?.focus();
  }

  async function copy(text: string | null) {
    try {
      await navigator.clipboard.writeText(text ?? '');
      setCopied(messages.copied);
    } catch {
      setCopied(messages.copyFailed);
    }
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const wanted = renamed?.trim() ?? '';
    if (wanted !== '' && (await onRename(wanted))) close();
  }

  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        className="oriel-icon-button"
        aria-label={texts.actions(name)}
        title={texts.actions(name)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <OptionsIcon />
      </button>
      {isOpen && (
        <Popup
          label={texts.actions(name)}
          anchorRef={buttonRef}
          align="end"
          className="oriel-saved-views-actions"
          onClose={close}
        >
          {renamed === null ? (
            <>
              {isReadable && (
                <>
                  <Action text={texts.update} onAct={() => void onUpdate().then(close)} />
                  <Action text={texts.rename} onAct={() => setRenamed(name)} />
                  <Action text={texts.copyLink} onAct={() => void copy(link())} />
                  <Action text={texts.copyJson} onAct={() => void copy(json())} />
                </>
              )}
              <Action text={texts.remove} onAct={() => void onRemove().then(close)} />
              <output className="oriel-saved-views-note">{copied}</output>
            </>
          ) : (
            <form className="oriel-saved-views-form" onSubmit={(event) => void onSubmit(event)}>
              <input
                // Somebody just asked for it.
                ref={(input) => input?.focus()}
                type="text"
                aria-label={texts.name}
                value={renamed}
                onChange={(event) => setRenamed(event.target.value)}
              />
              <button type="submit" className="oriel-button" disabled={renamed.trim() === ''}>
                {texts.save}
              </button>
            </form>
          )}
        </Popup>
      )}
    </>
  );
}

function Action({ text, onAct }: { text: string; onAct: () => void }) {
  return (
    <button type="button" className="oriel-saved-views-action" onClick={onAct}>
      {text}
    </button>
  );
}
