'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import { OWN_PRICES } from '@oriel/core/pricing';
import type { PriceList, PriceRule, UnusableRule } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { ModelTest } from './model-test.tsx';
import { RuleTable } from './rule-table.tsx';

export interface ModelPriceTableViewProps extends PanelProps {
  /** Earlier lists beat later ones. */
  lists: readonly PriceList[];
  /** Name of the list whose rules can be edited. @defaultValue 'own' */
  ownList?: string | undefined;
  /** Documents that are no rules to use. @defaultValue none */
  unusable?: readonly UnusableRule[] | undefined;
  /** Opens a rule: the host's own, or another to override. @defaultValue rules cannot be edited */
  onEdit?: ((rule: PriceRule, isOwn: boolean) => void) | undefined;
  onAdd?: (() => void) | undefined;
  /** Why rules cannot be edited. */
  notice?: ReactNode;
  /** The day to test models for at first, `2026-11-23`. @defaultValue today, in UTC */
  today?: string | undefined;
  /** Stands between the test and the rules, such as an editor. */
  children?: ReactNode;
}

/** `ModelPriceTable` for price lists you already hold. */
export function ModelPriceTableView({
  lists,
  ownList = OWN_PRICES,
  unusable = [],
  onEdit,
  onAdd,
  notice,
  today: chosenDay,
  children,
  ...panel
}: ModelPriceTableViewProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const [today] = useState(() => chosenDay ?? new Date().toISOString().slice(0, 10));
  return (
    <Panel aria-label={own.title} {...panel} name="model-price-table" state="ready">
      <div className="oriel-model-price-table-body">
        <ModelTest lists={lists} today={today} />
        {unusable.map(({ name, problems }) => (
          <p key={name} className="oriel-model-price-table-failed">
            {own.unusable(name, problems.map(({ path, message }) => `${path} ${message}`).join('; '))}
          </p>
        ))}
        {notice}
        {onAdd && (
          <div>
            <button type="button" className="oriel-button" onClick={onAdd}>
              {own.add}
            </button>
          </div>
        )}
        {children}
        <RuleTable lists={lists} ownList={ownList} onEdit={onEdit} />
      </div>
    </Panel>
  );
}
