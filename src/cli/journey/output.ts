// Where a journey goes: text or JSON on stdout, and with `--map` a page as well.
import { resolve } from 'node:path';
import { writeFileAtomically } from '../../files/atomic.js';
import { shownPath } from '../../files/mistake.js';
import { renderJourney } from '../../report/journey/page.js';
import type { JourneyPage } from '../../report/journey/timeline.js';
import type { Context } from '../context.js';
import { MistakesFound } from '../failure.js';
import { journeyText } from './text.js';

export interface OutputOptions {
  readonly map: string | undefined;
  readonly json: boolean;
}

/** `document` is what `--json` gives, `name` the file without its kind. */
export function putOut(
  { page, document, name }: { readonly page: JourneyPage; readonly document: object; readonly name: string },
  { map, json }: OutputOptions,
  { terminal, workingDirectory }: Context,
): void {
  terminal.result(json ? JSON.stringify(document, null, 2) : journeyText(page, terminal));
  if (map === undefined) return;
  const written = writeFileAtomically(resolve(workingDirectory, map, `${name}.html`), renderJourney(page));
  if (written.state === 'mistakes') throw new MistakesFound(written.mistakes);
  terminal.note(`Pagina: ${shownPath(written.value, workingDirectory)}`);
}
