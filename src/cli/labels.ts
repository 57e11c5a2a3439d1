// How the id of a number is written on the terminal.
import { labelWithId, type Parameter } from '../scenario/parameter.js';

/** Its label with the id behind it; the id alone for a reading, or where nobody gave it a label. */
export function writtenName(name: string, parameters: readonly Parameter[]): string {
  const parameter = parameters.find((candidate) => candidate.name === name);
  return parameter === undefined ? name : labelWithId(parameter);
}
