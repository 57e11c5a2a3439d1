// A picture with what must stand around it: a title and description for who cannot see it, and its numbers in a table.
import { type Content, markup, type Markup, trusted } from './html.js';
import type { Drawing } from './vega-chart.js';

export interface Table {
  caption: string;
  className?: string;
  /** `num` columns are set right. */
  columns: readonly { label: string; kind: 'text' | 'num' }[];
  rows: readonly (readonly Content[])[];
}

/** A table whose first column names the row. Wide ones scroll by themselves, not with the page. */
export function table({ caption, className = 'figures', columns, rows }: Table): Markup {
  const kind = (i: number): 'text' | 'num' => columns[i]?.kind ?? 'text';
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="${className}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label }, i) => markup`<th scope="col" class="${kind(i)}">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${row.map((cell, i) =>
                i === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td class="${kind(i)}">${cell}</td>`,
              )}
            </tr>
`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The drawing as one picture with a Dutch title and description. */
export function picture(
  drawing: Drawing,
  {
    id,
    title,
    description,
    className = 'picture',
  }: { id: string; title: string; description: string; className?: string },
): Markup {
  return markup`<svg
    class="${className}"
    role="img"
    aria-labelledby="${id}-titel ${id}-uitleg"
    viewBox="0 0 ${drawing.width} ${drawing.height}"
    width="${drawing.width}"
    height="${drawing.height}"
    xmlns="http://www.w3.org/2000/svg"
  >
    <title id="${id}-titel">${title}</title>
    <desc id="${id}-uitleg">${description}</desc>
    ${trusted(drawing.body)}
  </svg>`;
}

export interface FigureOptions {
  /** Made by the program, never taken from a file: it becomes an HTML id. */
  id: string;
  title: string;
  /** One sentence: what is to be seen. */
  description: string;
  numbers: Table;
}

/** Caption, picture, and the numbers in a table that opens (and prints open). */
export function figure(drawing: Drawing, { id, title, description, numbers }: FigureOptions): Markup {
  return markup`<figure>
    <figcaption><strong>${title}</strong><span>${description}</span></figcaption>
    ${picture(drawing, { id, title, description })}
    <details>
      <summary>Cijfers bij deze figuur</summary>
      ${table(numbers)}
    </details>
  </figure>`;
}
