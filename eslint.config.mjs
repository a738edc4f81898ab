import tseslint from 'typescript-eslint';

/** Side effects live in src/adapters; everything else is given what it needs through src/ports.ts. */
const sideEffects = {
  group: ['@actions/*', '@aws-sdk/*', 'node:*', '!node:util/types'],
  message: 'Side effects live in src/adapters; take a port instead.',
};
const adapters = {
  regex: '(?:^|/)(?:adapters/|(?:index|main|post)\\.ts$)',
  message: 'Only the entries know the adapters.',
};
const story = {
  regex: '(?:^|/)(?:phases/|stories/|(?:main|ship|later|results|run|book|tell|post)\\.ts$)',
  message: 'Imports point down the story: see "Direction" in docs/explain/architecture.md.',
};
/** At any depth: a folder inside a folder knows no more than the folder itself. */
const folders = (...names) => ({
  regex: `(?:^|/)\\.\\./(?:${names.join('|')})/`,
  message: 'This folder does not know that one: see "Direction" in docs/explain/architecture.md.',
});
/** What lies below the story, the highest first: each folder may know those that follow it, as far as it needs them. */
const parts = ['report', 'undo', 'publish', 'plan', 'docker', 'checks', 'scan', 'policy', 'inputs', 'image'];
const allBut = (...known) => folders(...parts.filter((name) => !known.includes(name)));
const pure = (files, ...forbidden) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [sideEffects, adapters, ...forbidden] },
    ],
    'no-restricted-globals': ['error', 'process', 'console', 'fetch', 'setTimeout', 'setInterval', 'Buffer'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Use the Clock port.' },
      { object: 'Math', property: 'random', message: 'Use the Job port.' },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'docs/'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.ts'],
    rules: {
      // Ports and adapters are objects of closures; nothing here has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
    },
  },
  // A test that asserts too much fails, which is what it is for.
  { files: ['__tests__/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    // A function is read on one screen, and its arguments without counting. Import cycles are found by
    // __tests__/meta/import-cycles.test.ts, which sees type imports too.
    files: ['src', 'local-ecr', 'bench', 'demo', 'faults', 'fuzz', 'scripts', '__tests__/support'].map(
      (folder) => `${folder}/**`,
    ),
    rules: { 'max-params': ['error', 4], 'max-lines-per-function': ['error', 60] },
  },
  pure([
    'src/ship.ts',
    'src/comment.ts',
    'src/stories/**',
    'src/run.ts',
    'src/book.ts',
    'src/tell.ts',
    'src/phases/**',
  ]),
  pure(['src/types/**'], story, allBut(), {
    regex: '(?:^|/)ports(?:/|\\.ts$)',
    message: 'Types know nothing but types.',
  }),
  pure(['src/ports.ts', 'src/ports/**'], story, {
    regex: `^\\.{1,2}/(?:${parts.join('|')})/`,
    message: 'Ports know types only.',
  }),
  pure(['src/checks/**'], story, allBut('checks', 'inputs')),
  pure(['src/image/**'], story, allBut('image')),
  pure(['src/undo/**'], story, allBut('undo', 'docker')),
  pure(['src/inputs/**'], story, allBut('inputs')),
  pure(['src/policy/**'], story, allBut('policy', 'scan')),
  pure(['src/scan/**'], story, allBut('scan')),
  pure(['src/docker/**'], story, allBut('docker')),
  pure(['src/plan/**'], story, allBut('plan', 'inputs')),
  pure(['src/publish/**'], story, allBut('publish', 'image', 'scan')),
  pure(['src/report/**'], story, allBut('report', 'policy', 'scan', 'docker')),
);
