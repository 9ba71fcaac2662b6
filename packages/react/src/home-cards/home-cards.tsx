'use client';

import { homeCards } from '@oriel/core';
import type { HomeCardId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { HomeCard } from './home-card.tsx';
import type { HomeCardProps } from './home-card.tsx';

export interface HomeCardsProps
  extends PanelProps, Pick<HomeCardProps, 'filter' | 'traces' | 'onFilter' | 'onTimeRange'> {
  /** Which cards. @defaultValue all twelve */
  cards?: readonly HomeCardId[] | undefined;
}

/** The cards of a home page, on a grid of twelve columns; one below the other where there is little room. */
export function HomeCards({ cards, filter, traces, onFilter, onTimeRange, ...panel }: HomeCardsProps) {
  const { messages } = usePresentation();
  return (
    <Panel aria-label={messages.dashboard.home} {...panel} name="home-cards" state="ready">
      <div className="oriel-tiles">
        {homeCards
          .filter(({ id }) => cards?.includes(id) ?? true)
          .map(({ id, place }) => (
            <div
              key={id}
              className="oriel-tile"
              style={{ ['--_w' as string]: place.w, ['--_h' as string]: place.h }}
            >
              <HomeCard
                card={id}
                filter={filter}
                traces={traces}
                onFilter={onFilter}
                onTimeRange={onTimeRange}
              />
            </div>
          ))}
      </div>
    </Panel>
  );
}
