// Template files: a folder of texts with names between guillemets («naam») where something is to be filled in.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** What is filled in, by the name between the guillemets. */
export type Filling = ReadonlyMap<string, string>;

/** The text of every file below a folder, by its path from there, with forward slashes. */
export function readTemplates(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(names.sort().map((name) => [name.split(sep).join('/'), readTemplate(join(folder, name))]));
}

/** As the file stands, its byte order mark and its line ends included: what is written is what came with the program. */
export function readTemplate(file: string): string {
  return readFileSync(file, 'utf8');
}

/**
 * Puts the values in their places; `file` says which language they stand in. In YAML a template quotes a place that can hold any text with
 * apostrophes, in which an apostrophe is written twice; in CSV a value that holds a separator or a quote would break its row.
 * @throws RangeError for a place that nothing fills, or a value that breaks a row: mistakes of the template or of ours
 */
export function fillIn(template: string, filling: Filling, file: string): string {
  const kind = extname(file).toLowerCase();
  return template.replace(/«([^«»\n]*)»/g, (_, name: string) => {
    const value = filling.get(name);
    if (value === undefined) throw new RangeError(`${file}: nothing is known of «${name}»`);
    if (kind === '.csv' && /[;"\r\n]/.test(value)) throw new RangeError(`${file}: «${name}» cannot hold '${value}'`);
    return kind === '.yaml' ? value.replaceAll("'", "''") : value;
  });
}
