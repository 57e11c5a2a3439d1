// HTML by template: everything that is put in is escaped, unless it is markup already.

/** Text that is HTML; only this file makes it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

function rendered(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(rendered).join('');
  return escape(String(content));
}

/** A tag for template literals: strings are escaped, markup is kept, lists are joined, null is nothing. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(strings.map((text, i) => text + (i < contents.length ? rendered(contents[i]!) : '')).join(''));
}

/** Marks text as HTML. Only for what this program made itself: drawings, style sheets. */
export function trusted(text: string): Markup {
  return new Markup(text);
}
