// The measures there are. A new measure is one file in kinds/ and one line here.
import type { MeasureKind } from './kind.js';
import { aanvragen } from './kinds/aanvragen.js';
import { aanwezig } from './kinds/aanwezig.js';
import { aanwezigOp } from './kinds/aanwezig-op.js';
import { bereik } from './kinds/bereik.js';
import { besluit } from './kinds/besluit.js';
import { doorlooptijd } from './kinds/doorlooptijd.js';
import { doorlooptijdGroep } from './kinds/doorlooptijd-groep.js';
import { dosis } from './kinds/dosis.js';
import { duur } from './kinds/duur.js';
import { eersteActiviteit } from './kinds/eerste-activiteit.js';
import { eersteContact } from './kinds/eerste-contact.js';
import { geld } from './kinds/geld.js';
import { gezichten } from './kinds/gezichten.js';
import { groepsgrootte } from './kinds/groepsgrootte.js';
import { herinstroom } from './kinds/herinstroom.js';
import { instroom } from './kinds/instroom.js';
import { moment } from './kinds/moment.js';
import { oordeel } from './kinds/oordeel.js';
import { overdrachten } from './kinds/overdrachten.js';
import { pools } from './kinds/pools.js';
import { stroom } from './kinds/stroom.js';
import { termijn } from './kinds/termijn.js';
import { toestand } from './kinds/toestand.js';
import { toekenningen } from './kinds/toekenningen.js';
import { traject } from './kinds/traject.js';
import { uitstroom, voorkomen } from './kinds/uitstroom.js';
import { uitstroomGroep } from './kinds/uitstroom-groep.js';
import { verdeling } from './kinds/verdeling.js';
import { volume } from './kinds/volume.js';
import { volumeGroep } from './kinds/volume-groep.js';
import { waarneming } from './kinds/waarneming.js';
import { wachten } from './kinds/wachten.js';
import { wachttijd } from './kinds/wachttijd.js';
import { wachttijdGroep } from './kinds/wachttijd-groep.js';
import { werk } from './kinds/werk.js';

export const measureKinds: readonly MeasureKind[] = [
  volume,
  aanvragen,
  instroom,
  toekenningen,
  uitstroom,
  voorkomen,
  stroom,
  duur,
  wachttijd,
  doorlooptijd,
  aanwezig,
  pools,
  dosis,
  besluit,
  herinstroom,
  traject,
  oordeel,
  waarneming,
  volumeGroep,
  uitstroomGroep,
  wachttijdGroep,
  toestand,
  geld,
  wachten,
  groepsgrootte,
  werk,
  doorlooptijdGroep,
  aanwezigOp,
  verdeling,
  moment,
  // Only for chains that say whom a client meets, what a step is aimed at, or which term was stated.
  eersteContact,
  eersteActiviteit,
  gezichten,
  overdrachten,
  bereik,
  termijn,
];
