// The Docker engines for demos and tests.
import { say } from './command.mjs';
import { startEngine } from './engine.mjs';
import { flavours, ipProgram } from './flavours.mjs';
import { removeLeftovers } from './leftovers.mjs';
import { whyNoPrivateEngine } from './machine.mjs';
import { ownEngine } from './own-engine.mjs';

export { busybox, copyBusybox } from './busybox.mjs';
export { ensureDebianPackage } from './apt.mjs';
export { openssl } from './openssl.mjs';
export { flavours, ipProgram };

/**
 * Starts engines of the wanted flavours in parallel; if none can be started, uses the user's own engine as the
 * flavour that it is. `missing` names the flavours that are not available, and why; with `required` that is an error.
 */
export async function ensureEngines(wanted = flavours, { required = false } = {}) {
  const why = whyNoPrivateEngine();
  const { engines, missing } = why === undefined ? await startAll(wanted) : await useOwn(wanted, why);
  const stop = async () => void (await Promise.all(engines.map((engine) => engine.stop())));
  if (required && missing.length > 0) {
    await stop();
    throw new Error(missing.map(({ name, why }) => `no ${name} engine: ${why}`).join('\n'));
  }
  return { engines, missing, stop };
}

async function startAll(wanted) {
  const start = performance.now();
  await removeLeftovers();
  const results = await Promise.allSettled(wanted.map((flavour) => startEngine(flavour)));
  const engines = results.flatMap(({ value }) => value ?? []);
  const missing = results.flatMap(({ reason }, i) =>
    reason ? [{ name: wanted[i], why: reason.message }] : [],
  );
  const names = engines.map(({ name, capabilities }) => `${name} (${capabilities.version})`).join(', ');
  if (names) say(`private Docker engines: ${names} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { engines, missing };
}

async function useOwn(wanted, why) {
  const own = await ownEngine();
  const engines = own && wanted.includes(own.name) ? [own] : [];
  const missing = wanted.filter((name) => name !== own?.name).map((name) => ({ name, why }));
  return { engines, missing };
}

/**
 * One engine for demos: the user's own if it answers and can do what is needed, or else a private one. Only the
 * containerd store supports `multi-platform` here: a builder in its own container could not reach a registry on the
 * loopback interface.
 * @param {{ needs?: 'multi-platform' }} [options]
 */
export async function demoEngine({ needs } = {}) {
  const own = await ownEngine();
  const able = own && (needs !== 'multi-platform' || own.name === 'containerd');
  if (able) return own;
  const lack = own
    ? `your Docker engine ${own.capabilities.version} cannot build for several platforms (it lacks ${own.capabilities.buildx ? 'the containerd image store' : 'buildx'})`
    : 'no Docker engine answers';
  const why = whyNoPrivateEngine();
  if (why !== undefined) throw new Error(`${lack}; ${why}`);
  say(`${lack}: starting a private one`);
  await removeLeftovers();
  try {
    return await startEngine('containerd');
  } catch (error) {
    if (needs === 'multi-platform') throw error;
    say(`${error.message.split('\n')[0]}; taking the classic engine`);
    return startEngine('classic');
  }
}
