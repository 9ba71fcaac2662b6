import { configure } from '@testing-library/react';

/** Two pages share two cores: what a test waits for may take its time, and only what never comes fails it. */
configure({ asyncUtilTimeout: 15_000 });
