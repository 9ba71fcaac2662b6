'use client';

import { Fragment, useId, useMemo, useState } from 'react';
import { jsonPathText, metadataRows } from '@oriel/core';
import type { JsonObject } from '@oriel/core';
import { CopyButton } from '../payload/copy-button.tsx';
import { LongText } from '../payload/long-text.tsx';
import { usePresentation } from './presentation.ts';

interface MetadataTableProps {
  title: string;
  metadata: JsonObject;
}

/** More entries than this get a field to search them. */
const SEARCHABLE = 8;
const FIRST_ROWS = 100;

/** Names and values, nested ones by the names that lead to them, to search and to copy the path of. */
export function MetadataTable({ title, metadata }: MetadataTableProps) {
  const { messages, format } = usePresentation();
  const { detail, payload } = messages;
  const titleId = useId();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(FIRST_ROWS);
  const all = useMemo(() => metadataRows(metadata), [metadata]);
  const { rows, isCut } = useMemo(
    () => (text === '' ? all : metadataRows(metadata, text)),
    [all, metadata, text],
  );

  return (
    <section className="oriel-metadata" aria-labelledby={titleId}>
      <div className="oriel-payload-head">
        <h3 id={titleId} className="oriel-section-title">
          {title}
        </h3>
        {all.rows.length > SEARCHABLE && (
          <input
            type="search"
            className="oriel-json-search"
            aria-label={detail.searchMetadata}
            placeholder={detail.searchMetadata}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        <CopyButton label={title} text={() => JSON.stringify(metadata, null, 2)} />
      </div>
      {rows.length === 0 ? (
        <output className="oriel-quiet">{detail.noMetadata}</output>
      ) : (
        <table className="oriel-metadata-table" aria-label={title}>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <Breakable name={row.name} />
                </th>
                <td data-kind={row.kind} dir="auto">
                  <LongText text={row.text} firstPage={400} />
                </td>
                <td className="oriel-metadata-copy">
                  <CopyButton
                    label={`${payload.copyPath} ${row.name}`}
                    text={() => jsonPathText(metadata, row.path)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && (
        <button type="button" className="oriel-text-button" data-rest="" onClick={() => setShown(shown * 4)}>
          {messages.showMore}
        </button>
      )}
      {isCut && <p className="oriel-quiet">{detail.cutMetadata(format.count(rows.length))}</p>}
    </section>
  );
}

/** A long name goes on in the next line behind one of its dots, not in the middle of a word. */
function Breakable({ name }: { name: string }) {
  return name.split(/(?<=\.)/).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
