'use client';

import { useState } from 'react';
import type { FormEvent } from 'react';
import { usePresentation } from './presentation.ts';

interface SaveFormProps {
  /** Answers whether it was saved. */
  onSave: (name: string, isWhole: boolean) => Promise<boolean>;
}

/** Asks for a name to save what is shown under. */
export function SaveForm({ onSave }: SaveFormProps) {
  const texts = usePresentation().messages.savedViews;
  const [name, setName] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const wanted = name?.trim() ?? '';
    if (wanted !== '' && (await onSave(wanted, isWhole))) setName(null);
  }

  if (name === null) {
    return (
      <button type="button" className="oriel-text-button" onClick={() => setName('')}>
        {texts.saveAs}
      </button>
    );
  }
  return (
    <form className="oriel-saved-views-form" onSubmit={(event) => void onSubmit(event)}>
      <input
        // Somebody just asked for it.
        ref={(input) => input?.focus()}
        type="text"
        aria-label={texts.name}
        placeholder={texts.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label className="oriel-saved-views-choice">
        <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.target.checked)} />
        {texts.withTime}
      </label>
      <span className="oriel-saved-views-buttons">
        <button type="submit" className="oriel-button" disabled={name.trim() === ''}>
          {texts.save}
        </button>
        <button type="button" className="oriel-text-button" onClick={() => setName(null)}>
          {texts.cancel}
        </button>
      </span>
    </form>
  );
}
