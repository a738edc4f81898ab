import { jest } from '@jest/globals';

// Real engines on a busy machine take their time; a test that hangs still ends.
jest.setTimeout(120_000);
