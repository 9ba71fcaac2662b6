import { CHINESE } from './chinese/chinese.ts';
import { ENGLISH } from './english/english.ts';
import type { Language, Phrasebook } from './phrasebook.ts';

export const PHRASEBOOKS: Readonly<Record<Language, Phrasebook>> = { english: ENGLISH, chinese: CHINESE };
