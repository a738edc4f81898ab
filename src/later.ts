/*
 * What no run needs before docker builds: one part of the bundle, which loads while docker is at work. Each door to it is an
 * `import('./later.ts')`: several doors to parts of it would put what these share into the bundle twice.
 */
export { building, previewing } from './phases/building.ts';
export { lookEverywhere } from './phases/destinations.ts';
export { giveResults } from './results.ts';
export { finishBuild } from './stories/finish-build.ts';
export { logIn } from './stories/log-in.ts';
export { publish } from './stories/publish.ts';
