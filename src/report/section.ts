// A section of the report: a question it answers in one sentence, and what stands under that.
import type { Markup } from './html.js';
import type { ReportInput } from './input.js';

export interface SectionContent {
  /** In the place of the section's own, where that names what this run does not have. */
  title?: string;
  /** One sentence, written from the numbers. */
  lead: string;
  body: Markup;
}

export interface Section {
  /** Place in the report, 0–10, and its number there; a section without a number of its own stands at a half: 6.5 has none. */
  place: number;
  /** HTML id, also the anchor of a link. */
  id: string;
  title: string;
  /** Null when this run has nothing to show here; the section is then left out. */
  write(input: ReportInput): Promise<SectionContent | null> | SectionContent | null;
}
