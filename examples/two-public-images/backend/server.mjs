import { createServer } from 'node:http';

/** Visits since the start, by page. */
const visits = new Map();

const server = createServer(({ method, url }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  const page = /^\/api\/visits\/([a-z-]+)$/.exec(pathname)?.[1];
  if (method === 'POST' && page !== undefined) visits.set(page, (visits.get(page) ?? 0) + 1);
  const [status, body] =
    pathname === '/api/health'
      ? [200, { status: 'healthy' }]
      : page === undefined
        ? [404, { error: 'not found' }]
        : [200, { page, visits: visits.get(page) ?? 0 }];
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

server.listen(3000, () => console.log('listening on 3000'));
process.once('SIGTERM', () => server.close());
