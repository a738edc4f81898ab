// npm run opinions: what other people's tools say of local-ecr and of what the action leaves. Apart from `npm test`, whose
// tests need nothing that takes minutes to make.
import config, { project, withEngines } from './jest.config.mjs';

export default {
  ...config,
  testTimeout: 120_000,
  projects: [project('opinions', { ...withEngines, globalSetup: '<rootDir>/scripts/opinions-setup.mjs' })],
};
