'use client';

import { useId } from 'react';
import { usePresentation } from './presentation.ts';
import { ColumnList } from './column-list.tsx';
import type { DataGridColumn, DataGridDensity } from './data-grid-column.ts';
import { ColumnsIcon } from './grid-icons.tsx';
import { GridMenu } from './grid-menu.tsx';
import type { GridColumns } from './use-grid-columns.ts';

const DENSITIES: readonly DataGridDensity[] = ['small', 'medium', 'large'];

interface ColumnsMenuProps<Row> {
  all: readonly DataGridColumn<Row>[];
  columns: GridColumns<Row>;
  density: DataGridDensity;
  onDensityChange: (density: DataGridDensity) => void;
  /** Everything as the columns say. */
  onReset: () => void;
}

/** A button that opens what the reader may arrange: how high rows are, and which columns stand where. */
export function ColumnsMenu<Row>({ all, columns, density, onDensityChange, onReset }: ColumnsMenuProps<Row>) {
  const { messages } = usePresentation();
  const texts = messages.dataGrid;
  const name = useId();
  return (
    <GridMenu label={texts.columns} icon={<ColumnsIcon />}>
      <fieldset className="oriel-data-grid-choices">
        <legend>{texts.density}</legend>
        {DENSITIES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              checked={density === choice}
              onChange={() => onDensityChange(choice)}
            />
            <span>{texts.densities[choice]}</span>
          </label>
        ))}
      </fieldset>
      <ColumnList all={all} columns={columns} />
      <button type="button" className="oriel-text-button" onClick={onReset}>
        {texts.resetColumns}
      </button>
    </GridMenu>
  );
}
