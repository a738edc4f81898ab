import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }],
  },
};

/** The tests of a folder; `npm run opinions` has one of its own. */
export const project = (name, extra = {}) => ({
  ...common,
  displayName: name,
  roots: ['<rootDir>/src', '<rootDir>/local-ecr', '<rootDir>/__tests__'],
  testMatch: [`<rootDir>/__tests__/${name}/**/*.test.ts`],
  ...extra,
});

// jest calls these only when tests of such a project are run; the projects share one start.
export const withEngines = {
  globalSetup: '<rootDir>/scripts/engines/jest-setup.mjs',
  globalTeardown: '<rootDir>/scripts/engines/jest-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/real-time.ts'],
};

export default {
  // All of them: jest leaves one out for a person who watches, which here is half of what there is. Tests of one file run
  // one after the other; files share engines, and nothing else.
  // Most of them wait for an engine, a registry or time itself some of the time, in which others run.
  maxWorkers: Math.max(6, availableParallelism()),
  testSequencer: '<rootDir>/scripts/test-order.mjs',
  // A test that hangs ends; one that shares the cores with three engines only takes longer.
  testTimeout: 30_000,
  projects: [
    ...['unit', 'story', 'meta', 'adapters', 'rendered'].map((name) => project(name)),
    ...['local-ecr', 'e2e'].map((name) => project(name, withEngines)),
  ],
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', 'local-ecr/**/*.ts'],
};
