// What each programme adds under ongewijzigd beleid: the ijkpunten have run its twin already.
import type { Extra } from './comparison.js';

export const effect: Extra = ({ ijkpunten }) => ({ summary: { effecten: ijkpunten.effects } });
