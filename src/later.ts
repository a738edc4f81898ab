/*
 * Everything that no run needs before docker builds: one part of the bundle, which loads while docker is at work.
 * Always import it as `import('./later.ts')`: importing parts of it separately would put the code that they share
 * into the bundle twice.
 */
export { building, previewing } from './phases/building.ts';
export { lookEverywhere } from './phases/destinations.ts';
export { giveResults } from './results.ts';
export { finishBuild } from './stories/finish-build.ts';
export { logIn } from './stories/log-in.ts';
export { publish } from './stories/publish.ts';
