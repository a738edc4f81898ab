// Asks an engine about itself over its socket, without a docker client.
import { request } from 'node:http';

/** Version and image store of the engine behind a socket; throws if it does not answer. */
export async function engineInfo(socketPath) {
  return readInfo(await get(socketPath, '/info'));
}

/** The same from the answer to `docker info`, which has the engine's fields. */
export function readInfo(info) {
  if (!info?.ServerVersion) throw new Error('not an answer of a Docker engine');
  const status = Object.fromEntries(info.DriverStatus ?? []);
  return {
    version: info.ServerVersion,
    containerd: status['driver-type'] === 'io.containerd.snapshotter.v1',
    architecture: info.Architecture,
  };
}

function get(socketPath, path) {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path, timeout: 5000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('error', reject).on('end', () => {
        try {
          resolve(JSON.parse(text));
        } catch (error) {
          reject(error);
        }
      });
    });
    call
      .on('timeout', () => call.destroy(new Error('no answer within 5 s')))
      .on('error', reject)
      .end();
  });
}
