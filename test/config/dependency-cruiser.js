// The floors of the house as rules: who may import whom, each with its why. Run by `npm run check:layers`.

/** Lowest floor first; folders on one floor do not know each other. */
const floors = [
  ['kernel', 'random'],
  ['chain'],
  ['measure', 'scenario'],
  ['experiment'],
  ['analysis'],
  ['files', 'report'],
  ['cli'],
];

/** @type {Record<string, { may: string[], why: string }>} */
const libraries = {
  seedrandom: { may: ['random'], why: 'Random numbers have one source, so that one seed fixes a run.' },
  zod: {
    may: ['chain', 'scenario'],
    why: 'Only declared data has a schema; below and above that, the types are enough.',
  },
  piscina: { may: ['experiment'], why: 'Threads are transport of jobs; nothing else may know that they exist.' },
  'simple-statistics': {
    may: ['analysis'],
    why: 'Arithmetic over replications stands in one place, where its limits are known.',
  },
  vega: { may: ['report'], why: 'Pictures are made on one floor and leave it as a string.' },
  'vega-lite': { may: ['report'], why: 'Pictures are made on one floor and leave it as a string.' },
  yaml: { may: ['files'], why: 'Text becomes data in files/, where every value still has its place in the text.' },
  'csv-parse': {
    may: ['files'],
    why: 'Text becomes data in files/, where every value still has its place in the text.',
  },
  'csv-stringify': { may: ['files'], why: 'The dialects of CSV are a matter of files/ alone.' },
  commander: { may: ['cli'], why: 'Only the command line knows that there is a command line.' },
};

/** Node's own modules, for the floors that need them; every other floor is pure and would run in a browser. */
const builtIns = {
  files: ['buffer', 'crypto', 'fs', 'fs/promises', 'path', 'url', 'util', 'zlib', 'stream', 'stream/promises'],
  experiment: ['os', 'path', 'process', 'url', 'worker_threads'],
  cli: ['events', 'os', 'path', 'process', 'readline', 'tty', 'url', 'util'],
};

/** @param {readonly string[]} names */
const oneOf = (names) => `(${names.join('|')})`;
/** @param {string} name */
const escaped = (name) => name.replaceAll('/', '\\/').replaceAll('-', '\\-');

const looksDown = floors.flatMap((floor, height) =>
  floor.map((folder) => {
    const below = floors.slice(0, height).flat();
    return {
      name: `${folder}-looks-down`,
      comment: `${folder}/ may import only from ${below.length === 0 ? 'itself' : below.join(', ')}: a floor that knows what stands on it cannot be understood, tested or reused alone.`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/${oneOf([folder, ...below])}/` },
    };
  }),
);

const librariesAtHome = Object.entries(libraries).map(([library, { may, why }]) => ({
  name: `${library}-at-home`,
  comment: `${library} belongs to ${may.join(', ')}. ${why}`,
  severity: /** @type {const} */ ('error'),
  from: { path: '^src/', pathNot: `^src/${oneOf(may)}/` },
  to: { path: `(^|/)node_modules/(@types/)?${escaped(library)}/` },
}));

const builtInsAtHome = Object.entries(builtIns).map(([folder, modules]) => ({
  name: `${folder}-built-ins`,
  comment: `${folder}/ uses only these modules of Node: ${modules.join(', ')}. The disk belongs to files/, the network to nobody.`,
  severity: /** @type {const} */ ('error'),
  from: { path: `^src/${folder}/` },
  to: { dependencyTypes: [/** @type {const} */ ('core')], pathNot: `^(node:)?${oneOf(modules.map(escaped))}$` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...looksDown,
    ...librariesAtHome,
    ...builtInsAtHome,
    {
      name: 'pure-floors',
      comment:
        'Only files, experiment and cli touch the machine: all the others take data and give data back, so that they are repeatable and run anywhere.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${oneOf(Object.keys(builtIns))}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'known-libraries',
      comment:
        'A library is a decision: it gets a floor and a reason in this file (and stands under dependencies) before it is used.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '(^|/)node_modules/',
        pathNot: `(^|/)node_modules/(@types/)?${oneOf(Object.keys(libraries).map(escaped))}/`,
      },
    },
    {
      name: 'no-tests-in-src',
      comment: 'What is delivered does not lean on what tests it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other at run time are one file, or the shared part is a third. Types may refer to each other: a client has a visit and a visit its client.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'all-in-use',
      comment:
        'Every source file is reached from the command line or is what a thread starts with; the rest is dead or forgotten.',
      severity: 'error',
      from: { path: '^src/(cli/main|experiment/worker)\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(cli/main|experiment/worker)\\.ts$', reachable: false },
    },
    {
      name: 'all-found',
      comment: 'An import that cannot be resolved is invisible to every other rule here.',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: who knows the shape of something knows that thing.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Without these two, a package that has only an exports map is not resolved and slips through every rule.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
