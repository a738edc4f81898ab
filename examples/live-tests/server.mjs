import { createServer } from 'node:http';

/** Short names for addresses. */
const links = new Map();

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const answer = (status, body, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  if (pathname === '/health') return answer(200, { status: 'healthy' });
  const name = /^\/links\/([a-z0-9-]{1,40})$/.exec(pathname)?.[1];
  if (name === undefined) return answer(404, { error: 'not found' });
  if (request.method !== 'PUT')
    return links.has(name)
      ? answer(302, { name }, { location: links.get(name) })
      : answer(404, { error: `there is no link ${name}` });
  let text = '';
  for await (const chunk of request) text += chunk;
  if (!URL.canParse(text)) return answer(400, { error: 'the body is no address' });
  links.set(name, text);
  return answer(201, { name });
});

server.listen(3000, () => console.log('listening on 3000'));
process.once('SIGTERM', () => server.close());
