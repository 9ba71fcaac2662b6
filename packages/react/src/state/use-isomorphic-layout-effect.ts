'use client';

import { useEffect, useLayoutEffect } from 'react';

/** A layout effect; on a server there is nothing to lay out, and React 18 complains about such effects there. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
