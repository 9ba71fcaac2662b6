'use client';

import { Suspense, lazy } from 'react';
import type { JsonValue } from '@oriel/core';

interface TurnDataProps {
  title: string;
  /** Id of the heading of the turn. */
  within: string;
  value: JsonValue;
}

/** Most conversations are nothing but messages: how data are shown comes with the first that are. */
const PayloadSection = lazy(async () => ({
  default: (await import('../payload/payload-section.tsx')).PayloadSection,
}));

/** What went in or out of a turn where nothing was said. */
export function TurnData(props: TurnDataProps) {
  return (
    <Suspense fallback={<span className="oriel-skeleton-line" />}>
      <PayloadSection {...props} />
    </Suspense>
  );
}
