import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file that is served so slowly that the build waits for it; the engine itself requests it. */
export interface SlowFile {
  readonly url: string;
  /** Resolves when a build waits for it. */
  readonly asked: Promise<void>;
  /** Serves it at once from now on. */
  hurry(): void;
  close(): void;
}

/** Longer than a case takes to attack a build that waits. */
const slowMs = 8_000;

/** Serves such a file on loopback. */
export async function serveSlowFile(): Promise<SlowFile> {
  let isHurried = false;
  let tell: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    tell();
    const give = () => response.end(request.method === 'HEAD' ? undefined : 'at last\n');
    if (isHurried) give();
    else setTimeout(give, slowMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/slow.txt`,
    asked,
    hurry: () => {
      isHurried = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
