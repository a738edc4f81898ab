import tseslint from 'typescript-eslint';

/** Side effects live in src/adapters; everything else is given what it needs through src/ports.ts. */
const sideEffects = {
  group: ['@actions/*', '@aws-sdk/*', 'node:*', '!node:util/types'],
  message: 'Side effects live in src/adapters; take a port instead.',
};
const adapters = { group: ['**/adapters/*', '**/index.ts'], message: 'Only index.ts knows the adapters.' };
const story = {
  group: ['**/ship.ts', '**/gate.ts', '**/record.ts', '**/tell.ts', '**/post.ts'],
  message: 'Imports point down the story: index → ship → plan, build, publish, scan, report → types, ports.',
};
const folders = (...names) => ({
  group: names.map((name) => `../${name}/*`),
  message: 'This folder does not know that one: see "Direction" in docs/architecture.md.',
});
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
  { ignores: ['dist/', 'coverage/', '.cache/'] },
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
  pure(['src/ship.ts', 'src/gate.ts', 'src/record.ts', 'src/tell.ts', 'src/post.ts']),
  pure(['src/types/**'], story, folders('plan', 'build', 'publish', 'scan', 'report'), {
    group: ['../ports.ts'],
    message: 'Types know nothing but types.',
  }),
  pure(['src/ports.ts'], story, {
    group: ['./plan/*', './build/*', './publish/*', './scan/*', './report/*'],
    message: 'Ports know types only.',
  }),
  pure(['src/plan/**'], story, folders('build', 'publish', 'scan', 'report')),
  pure(['src/scan/**'], story, folders('plan', 'build', 'publish', 'report')),
  pure(['src/build/**'], story, folders('plan', 'publish', 'scan', 'report')),
  pure(['src/publish/**'], story, folders('plan', 'build', 'report')),
  pure(['src/report/**'], story, folders('plan', 'publish')),
);
