// Lint: typescript-eslint at its strictest, plus the house rules that a machine can check.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Syntax that is forbidden everywhere. */
const anywhere = [
  {
    // An index that is known to be within bounds is the one honest use of `!` (the compiler cannot see it, a cast would hide it).
    selector: 'TSNonNullExpression:not([expression.type="MemberExpression"][expression.computed=true])',
    message: 'Use `!` only behind an index that is within bounds; otherwise check, or give the state its own type.',
  },
];

const noClock = "Below cli/ there is no clock: time is the simulation's, or is handed in (architecture rule 4).";
const noDice = 'Below cli/ there are no hidden dice: draw from Streams (architecture rule 4).';

const belowCli = [
  ...anywhere,
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: noClock },
  { selector: 'CallExpression[callee.name="Date"]', message: noClock },
  { selector: 'TSQualifiedName[left.name="Math"][right.name="random"]', message: noDice },
];

const inTests = [
  ...anywhere,
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|skipIf|runIf|fails)$/]',
    message: 'A test runs and holds, or is not there.',
  },
];

export default defineConfig(
  { ignores: ['dist/', '.cache/', 'coverage/', 'reports/', 'node_modules/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedInlineConfigs: 'error' } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'default-case-last': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'error',
      'no-empty': 'error',
      'no-irregular-whitespace': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'object-shorthand': 'error',
      'no-restricted-syntax': ['error', ...anywhere],
      // Replaced by the narrower rule in `anywhere`; its opposite would turn every cast of an element into `!` and is moot.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Numbers in messages are the rule here; objects, null and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-syntax': ['error', ...belowCli],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: noDice },
        { object: 'crypto', property: 'getRandomValues', message: noDice },
        { object: 'Date', property: 'now', message: noClock },
        { object: 'performance', property: 'now', message: noClock },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'performance', message: noClock },
        { name: 'crypto', message: noDice },
        { name: 'setTimeout', message: noClock },
        { name: 'setInterval', message: noClock },
        { name: 'fetch', message: 'doorstroom never uses the network.' },
        { name: 'process', message: 'Only cli/ knows the process it runs in; hand in what is needed.' },
      ],
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...inTests],
      // fast-check and vitest hand out methods and take empty callbacks as a matter of course.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['test/bench/**', 'test/config/**', 'test/validatie/main.ts'], rules: { 'no-console': 'off' } },
);
