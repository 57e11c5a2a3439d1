// The frame of every page: head, policy, style and foot. One file, no script, nothing from elsewhere.
import { markup, type Markup, trusted } from './html.js';
import { cspSource } from './sha256.js';
import { footerText } from './style.js';

export interface Page {
  readonly title: string;
  readonly style: string;
  readonly header: Markup;
  readonly main: Markup | readonly Markup[];
  readonly footer?: string;
}

/**
 * One HTML string, the same bytes for the same input. Everything that comes from files is escaped; the Content-Security-Policy allows the page's
 * own style sheet and nothing else.
 */
export function renderPage({ title, style, header, main, footer = footerText }: Page): string {
  const policy = `default-src 'none'; style-src ${cspSource(style)}; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>${title} – doorstroom</title>
        <style>${trusted(style)}</style>
      </head>
      <body>
        ${header}
        <main>${main}</main>
        <footer><p>${footer}</p></footer>
      </body>
    </html>
`.text;
}
