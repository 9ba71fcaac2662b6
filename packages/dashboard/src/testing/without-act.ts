import { afterEach, beforeEach } from 'vitest';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };

/**
 * In a real browser things happen when they happen: sizes are observed, stores answer. React must not expect
 * every such update to be announced; tests wait for what a reader would see instead.
 */
export function withoutAct(): void {
  let before: boolean | undefined;
  beforeEach(() => {
    before = environment.IS_REACT_ACT_ENVIRONMENT;
    environment.IS_REACT_ACT_ENVIRONMENT = false;
  });
  afterEach(() => {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  });
}
