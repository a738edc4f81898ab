import type { FaultCase } from '../case.ts';
import { apiCases } from './api.ts';
import { dockerCases } from './docker.ts';
import { engineCases } from './engine.ts';
import { githubCases } from './github.ts';
import { registryCases } from './registry.ts';
import { sceneSignalCases } from './scene-signals.ts';
import { sceneCases } from './scenes.ts';
import { signalCases } from './signals.ts';
import { smokeCases } from './smoke.ts';
import { worldCases } from './world.ts';

/** The whole matrix, in the order in which it is printed. */
export const allCases: readonly FaultCase[] = [
  ...apiCases,
  ...registryCases,
  ...dockerCases,
  ...engineCases,
  ...signalCases,
  ...worldCases,
  ...sceneCases,
  ...sceneSignalCases,
  ...smokeCases,
  ...githubCases,
];
