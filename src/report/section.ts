// A section of the report: a question it answers in one sentence, and what stands under that.
import type { Markup } from './html.js';
import type { ReportInput } from './input.js';

export interface SectionContent {
  /** One sentence, written from the numbers. */
  lead: string;
  body: Markup;
}

export interface Section {
  /** Place in the full report (0–10); the page numbers what is there from 1. */
  place: number;
  /** HTML id, also the anchor of a link. */
  id: string;
  title: string;
  /** Null when this run has nothing to show here; the section is then left out. */
  write(input: ReportInput): Promise<SectionContent | null> | SectionContent | null;
}
