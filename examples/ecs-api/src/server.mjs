import { createServer } from 'node:http';
import { loadCatalogue } from './catalogue.mjs';
import { readConfig } from './config.mjs';

const { port, taxPercent } = readConfig(process.env);
let catalogue;

const server = createServer(({ url }, response) => {
  const [status, body] = answer(new URL(url, 'http://localhost').pathname);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

function answer(path) {
  if (path === '/api/health')
    return catalogue === undefined ? [503, { status: 'starting' }] : [200, { status: 'healthy' }];
  const product = catalogue?.get(/^\/api\/products\/([a-z]+)$/.exec(path)?.[1] ?? '');
  return product === undefined ? [404, { error: 'not found' }] : [200, product];
}

// It listens before it is ready, so that the load balancer hears why it gets no answers yet.
server.listen(port, () => console.log(`listening on ${port}`));
catalogue = await loadCatalogue(taxPercent);
process.once('SIGTERM', () => server.close());
