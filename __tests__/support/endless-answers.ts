import type { RequestListener } from 'node:http';

/** Sends a byte every so often, forever. */
export function drip(everyMs: number, status = 200): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/octet-stream' });
    const timer = setInterval(() => response.write(' '), everyMs);
    response.on('close', () => clearInterval(timer));
  };
}

/** Sends megabyte after megabyte, forever and as fast as they are read. */
export function pour(status = 200): RequestListener {
  return (_, response) => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    response.writeHead(status, { 'content-type': 'application/octet-stream' });
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };
}
