'use client';

import { Suspense, lazy } from 'react';
import type { ComponentType, ReactNode } from 'react';

/**
 * A part of a table whose code loads when it is first shown. Where that fails, such as after a new version was
 * deployed, the table goes on without it.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): (props: Props) => ReactNode {
  const Part = lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: Nothing as ComponentType<Props> }),
    ),
  );
  return function LazyPart(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function Nothing() {
  return null;
}
