// The measures there are. A new measure is one file in kinds/ and one line here.
import type { MeasureKind } from './kind.js';
import { aanvragen } from './kinds/aanvragen.js';
import { instroom } from './kinds/instroom.js';
import { stroom } from './kinds/stroom.js';
import { uitstroom, voorkomen } from './kinds/uitstroom.js';
import { volume } from './kinds/volume.js';

export const measureKinds: readonly MeasureKind[] = [volume, aanvragen, instroom, uitstroom, voorkomen, stroom];
