/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }],
  },
};

const project = (name, extra = {}) => ({
  ...common,
  displayName: name,
  roots: ['<rootDir>/src', '<rootDir>/local-ecr', '<rootDir>/__tests__'],
  testMatch: [`<rootDir>/__tests__/${name}/**/*.test.ts`],
  ...extra,
});

export default {
  projects: ['unit', 'story', 'local-ecr', 'adapters', 'e2e', 'meta'].map((name) => project(name)),
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', 'local-ecr/**/*.ts'],
};
