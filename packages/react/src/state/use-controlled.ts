'use client';

import { useState } from 'react';

/** A value that the host may hold (`controlled` given) or leave to us. */
export function useControlled<Value>(
  controlled: Value | undefined,
  initial: Value,
  onChange: ((value: Value) => void) | undefined,
): readonly [Value, (value: Value) => void] {
  const [own, setOwn] = useState(initial);
  const set = (value: Value) => {
    if (controlled === undefined) setOwn(value);
    onChange?.(value);
  };
  return [controlled === undefined ? own : controlled, set];
}
