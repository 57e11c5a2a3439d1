// Finding organisations and scenarios, in the working directory and in the package.
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findData,
  findOrganisation,
  listOrganisations,
  listScenarios,
  packageRoot,
  rootsFrom,
} from '../../src/files/folders.js';
import { folderWith, rendered, valueOf } from './support.js';

const installed = folderWith({
  'data/dorp/werkproces.yaml': '',
  'data/stad/werkproces.yaml': '',
  'data/landelijk/trend.csv': '',
  'scenarios/dorp/b.yaml': '',
  'scenarios/stad/a.yaml': '',
});
const here = folderWith({
  'data/dorp/werkproces.yaml': '',
  'data/eigen/werkproces.yaml': '',
  'data/foto/x.jpg': '',
  'scenarios/dorp/z.csv': '',
  'scenarios/dorp/c.yml': '',
  'scenarios/dorp/_kladje.yaml': '',
  'scenarios/dorp/~lees.txt': '',
});

describe('organisations', () => {
  it('are the folders in data/ with a werkproces.yaml, the working directory first, the package for the rest', () => {
    expect(listOrganisations(rootsFrom(here, installed))).toEqual([
      { id: 'dorp', data: join(here, 'data', 'dorp'), scenarios: join(here, 'scenarios', 'dorp') },
      { id: 'eigen', data: join(here, 'data', 'eigen'), scenarios: null },
      { id: 'stad', data: join(installed, 'data', 'stad'), scenarios: join(installed, 'scenarios', 'stad') },
    ]);
  });

  it('are found from an empty folder, as after npx', () => {
    const ids = listOrganisations(rootsFrom(folderWith({}), installed)).map(({ id }) => id);
    expect(ids).toEqual(['dorp', 'stad']);
  });

  it('that do not exist are a mistake that names those that do', () => {
    expect(valueOf(findOrganisation('stad', [installed])).data).toBe(join(installed, 'data', 'stad'));
    expect(rendered(findOrganisation('stat', [installed]), installed)).toEqual([
      "data/stat: organisatie 'stat' bestaat niet. Bedoelde u 'stad'? Er zijn: dorp, stad.",
    ]);
    expect(rendered(findOrganisation('x', [folderWith({})]))[0]).toMatch(/Er staat nergens een map data/);
    expect(rendered(findOrganisation('..', [installed]))).toHaveLength(1);
  });
});

describe('scenarios and national data', () => {
  it('are listed by name, without drafts', () => {
    const names = listScenarios(valueOf(findOrganisation('dorp', rootsFrom(here, installed))));
    expect(names.map((path) => path.slice(here.length + 1))).toEqual(['scenarios/dorp/c.yml', 'scenarios/dorp/z.csv']);
    expect(listScenarios({ id: 'x', data: 'x', scenarios: null })).toEqual([]);
  });

  it('come from the first root that has them', () => {
    expect(findData(join('landelijk', 'trend.csv'), rootsFrom(here, installed))).toBe(
      join(installed, 'data', 'landelijk', 'trend.csv'),
    );
    expect(findData('niets.csv', rootsFrom(here, installed))).toBeNull();
  });

  it('of the package stand beside its package.json', () => {
    expect(existsSync(join(packageRoot, 'package.json'))).toBe(true);
    expect(rootsFrom(packageRoot)).toEqual([packageRoot]);
  });
});
