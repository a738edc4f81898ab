import { once } from 'node:events';
import {
  Agent,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import { hostname } from 'node:os';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openFront } from '../../src/adapters/registry/loopback-front.ts';
import { registryAsker } from '../../src/adapters/registry/registry-asker.ts';
import type { LoopbackFront } from '../../src/ports.ts';
import type { Credentials } from '../../src/types/credentials.ts';
import { serversOfThisFile } from '../support/http-server.ts';
import { digest, repository as theirs } from '../unit/support/values.ts';

const serve = serversOfThisFile();
const over = new AbortController();
const fronts: LoopbackFront[] = [];
afterEach(() => {
  for (const front of fronts.splice(0)) front.close();
  agent.destroy();
});

/** A front of a registry, whose login is renewed after it was refused. */
async function frontOf(host: string, { signal = over.signal, logins = ['first', 'second'] } = {}) {
  const left = [...logins];
  const ask = registryAsker({
    login: () =>
      Promise.resolve({
        basic: left.shift(),
        endpoint: `http://${host}`,
        expiresAt: Infinity,
      } as Credentials),
    now: Date.now,
    signal,
    patience: { answerMs: 500, totalMs: 500 },
  });
  const repository = { ...theirs, uri: `${host}/team/app` };
  const front = await openFront(hostname(), { ask, repository, signal });
  if (front === undefined) throw new Error('no front');
  fronts.push(front);
  return front;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Connections that the server may keep, as an engine's. */
const agent = new Agent({ keepAlive: true });

function addressOf({ host }: LoopbackFront) {
  const [name, port] = host.split(':');
  return { host: name, port: Number(port) };
}

async function ask(front: LoopbackFront, path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const authorization = `Basic ${front.basic}`;
  const sent = request({ ...addressOf(front), path, method, agent, headers: { authorization, ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return gotten(answer);
}

async function gotten(answer: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

const layer = `/v2/team/app/blobs/${digest(1)}`;
const uploads = '/v2/team/app/blobs/uploads/';
const manifest = '/v2/team/app/manifests/candidate-1';

/** Says what came in, body and all. */
const tells: RequestListener = (asked, response) => {
  const chunks: Buffer[] = [];
  asked.on('data', (chunk: Buffer) => chunks.push(chunk));
  asked.on('end', () => {
    const { method, url, headers } = asked;
    const { authorization, 'user-agent': agent, 'content-type': type, 'content-length': length } = headers;
    const body = Buffer.concat(chunks).toString();
    response.end(JSON.stringify({ method, url, authorization, agent, type, length, body }));
  });
};

describe('what comes in with the login of the front', () => {
  test('goes on to the registry as it is, with the login of the registry', async () => {
    const { host } = await serve(tells);
    const front = await frontOf(host);
    const path = `${uploads}7?state=a%2Fb&digest=${digest(1)}`;
    const headers = {
      'user-agent': 'docker/29',
      'content-type': 'application/octet-stream',
      'x-secret': 'stays here',
    };
    const { status, body } = await ask(front, path, { method: 'PUT', headers, body: 'layer' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      method: 'PUT',
      url: path,
      authorization: 'Basic first',
      agent: 'docker/29',
      type: 'application/octet-stream',
      length: '5',
      body: 'layer',
    });
    expect(front.isUsed()).toBe(true);
    expect(front.takeFault()).toBeUndefined();
  });

  test('goes over connections that are kept, those of HEAD too', async () => {
    const connections = new Set<unknown>();
    const { host } = await serve((asked, response) => {
      connections.add(asked.socket);
      response.writeHead(asked.method === 'HEAD' ? 404 : 200).end();
    });
    const front = await frontOf(host);
    expect(await ask(front, layer, { method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(await ask(front, layer, { method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(await ask(front, uploads, { method: 'POST', headers: { 'content-length': '0' } })).toMatchObject({
      status: 200,
    });
    expect(connections.size).toBe(1);
  });

  test('finds its status, its headers and its error as the registry gives them', async () => {
    const error = '{"errors":[{"code":"DENIED","message":"no ecr:PutImage"}]}';
    const { host } = await serve((_, response) =>
      response
        .writeHead(403, { 'content-type': 'application/json', 'docker-content-digest': 'x' })
        .end(error),
    );
    const front = await frontOf(host);
    const got = await ask(front, manifest, { method: 'PUT', body: '{}' });
    expect(front.takeFault()).toBe('denied: no ecr:PutImage');
    expect(front.takeFault()).toBeUndefined();
    expect(got).toMatchObject({
      status: 403,
      body: error,
      headers: { 'content-type': 'application/json', 'docker-content-digest': 'x' },
    });
  });

  test.each([
    { given: 'an address', location: (host: string) => `http://${host}${uploads}7?state=1` },
    { given: 'a path', location: () => `${uploads}7?state=1` },
  ])('goes on at the front where the registry names $given for an upload', async ({ location }) => {
    const { host } = await serve((asked, response) => {
      response.writeHead(202, { location: location(asked.headers.host ?? '') }).end();
    });
    const got = await ask(await frontOf(host), uploads, { method: 'POST' });
    expect(got).toMatchObject({ status: 202, headers: { location: `${uploads}7?state=1` } });
  });

  test('is asked again with a new login where the old one is refused', async () => {
    const { host, asked } = await serve((question, response) =>
      response.writeHead(question.headers.authorization === 'Basic second' ? 404 : 401).end(),
    );
    expect(await ask(await frontOf(host), layer, { method: 'HEAD' })).toMatchObject({ status: 404 });
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Basic first', 'Basic second']);
  });

  test('is asked again where the registry has closed a connection that nobody used, unless it is a whole layer', async () => {
    const { host, asked } = await serve((question, response) => {
      if (asked.length % 2 === 1) return question.socket.destroy();
      return response.writeHead(201).end();
    });
    const front = await frontOf(host);
    const send = (body: Buffer) => ask(front, `${uploads}7`, { method: 'PUT', body });
    expect(await send(Buffer.from('config'))).toMatchObject({ status: 201 });
    expect(asked).toHaveLength(2);
    await expect(send(Buffer.alloc(5_000_000))).rejects.toThrow(/hang up|EPIPE|ECONNRESET/);
    expect(asked).toHaveLength(3);
  });

  test('is not sent twice by the front where it sets a tag, which an immutable repository takes once', async () => {
    const { host, asked } = await serve((question) => question.socket.destroy());
    const front = await frontOf(host);
    await expect(ask(front, manifest, { method: 'PUT', body: '{}' })).rejects.toThrow('hang up');
    expect(asked).toHaveLength(1);
  });

  test('is sent once only where it is a layer, which is there once only; the next try has the new login', async () => {
    const { host, asked } = await serve((question, response) =>
      question.resume().on('end', () => {
        response.writeHead(question.headers.authorization === 'Basic second' ? 201 : 401).end();
      }),
    );
    const front = await frontOf(host);
    const send = () => ask(front, `${uploads}7`, { method: 'PUT', body: Buffer.alloc(5_000_000) });
    expect(await send()).toMatchObject({ status: 401 });
    expect(await send()).toMatchObject({ status: 201 });
    expect(asked).toHaveLength(2);
  });

  test('is not asked again by the front after a fault of the registry: docker does that', async () => {
    const { host, asked } = await serve((_, response) => response.writeHead(500).end());
    expect(await ask(await frontOf(host), layer, { method: 'HEAD' })).toMatchObject({ status: 500 });
    expect(asked).toHaveLength(1);
  });

  test('has its answer before all of it was sent', async () => {
    const { host } = await serve((_, response) => response.writeHead(413).end('too large'));
    const body = Buffer.alloc(20_000_000);
    const got = await ask(await frontOf(host), `${uploads}7`, { method: 'PATCH', body });
    expect(got).toMatchObject({ status: 413, body: 'too large' });
  });

  test('that asks whether the tag is there hears no from the front, until a manifest was sent on', async () => {
    const { host, asked } = await serve((_, response) => response.writeHead(200).end());
    const front = await frontOf(host);
    const look = async () => (await ask(front, manifest, { method: 'HEAD' })).status;
    expect(await look()).toBe(404);
    expect(asked).toHaveLength(0);
    await ask(front, manifest, { method: 'PUT', body: '{}' });
    expect(await look()).toBe(200);
    expect((await ask(front, `/v2/team/app/manifests/${digest(1)}`, { method: 'HEAD' })).status).toBe(200);
  });

  test('finds that this is a registry without asking one', async () => {
    const { host, asked } = await serve(tells);
    expect(await ask(await frontOf(host), '/v2/')).toMatchObject({ status: 200 });
    expect(asked).toHaveLength(0);
  });
});

describe('nothing goes on to the registry', () => {
  test.each([
    { of: 'nobody', authorization: '' },
    { of: 'somebody else', authorization: 'Basic QVdTOng=' },
  ])('of $of', async ({ authorization }) => {
    const { host, asked } = await serve(tells);
    const front = await frontOf(host);
    const got = await ask(front, '/v2/', { headers: { authorization } });
    expect(got).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Basic realm="ecr-ship"' } });
    expect(await ask(front, layer, { headers: { authorization } })).toMatchObject({ status: 401 });
    expect(asked).toHaveLength(0);
    expect(front.isUsed()).toBe(false);
  });

  test.each([
    { what: 'another path', path: '/other', method: 'GET' },
    { what: 'a method that no push has', path: layer, method: 'TRACE' },
  ])('for $what', async ({ path, method }) => {
    const { host, asked } = await serve(tells);
    expect(await ask(await frontOf(host), path, { method })).toMatchObject({ status: 404 });
    expect(asked).toHaveLength(0);
  });

  test('that would take the login to another server', async () => {
    const [other, { host, asked }] = [await serve(tells), await serve(tells)];
    const front = await frontOf(host);
    await expect(ask(front, `//${other.host}/v2/`)).resolves.toMatchObject({ status: 404 });
    await expect(ask(front, `http://${other.host}${layer}`)).resolves.toMatchObject({ status: 404 });
    expect([...other.asked, ...asked]).toEqual([]);
  });
});

describe('a push breaks off, and the front says why', () => {
  test('where the registry breaks off', async () => {
    const { host } = await serve((asked) => asked.socket.destroy());
    const front = await frontOf(host);
    await expect(ask(front, `${uploads}7`, { method: 'PUT', body: 'layer' })).rejects.toThrow('hang up');
    expect(front.takeFault()).toMatch(
      new RegExp(`^The registry ${host} cannot be reached: .*socket hang up`),
    );
    expect(front.takeFault()).toBeUndefined();
  });

  test('where an upload is to go on at another server', async () => {
    const { host } = await serve((_, response) =>
      response.writeHead(202, { location: 'https://elsewhere.example/v2/' }).end(),
    );
    const front = await frontOf(host);
    await expect(ask(front, uploads, { method: 'POST' })).rejects.toThrow('hang up');
    expect(front.takeFault()).toContain('https://elsewhere.example, which is another server');
  });

  test('where the run has ended', async () => {
    const run = new AbortController();
    const { host } = await serve(() => undefined);
    const front = await frontOf(host, { signal: run.signal });
    const asking = ask(front, `${uploads}7`, { method: 'PUT', body: 'layer' });
    setTimeout(() => {
      run.abort(new Error('cancelled'));
    }, 50);
    await expect(asking).rejects.toThrow('hang up');
    await expect(ask(front, '/v2/')).rejects.toThrow('ECONNREFUSED');
  });

  test('and an engine that gives up ends what is on its way to the registry', async () => {
    let ended: Promise<unknown> | undefined;
    const { host } = await serve((asked) => {
      asked.on('error', () => undefined);
      ended = new Promise((resolve) => asked.on('close', resolve));
    });
    const front = await frontOf(host);
    const sent = request({
      ...addressOf(front),
      path: `${uploads}7`,
      method: 'PATCH',
      agent,
      headers: { authorization: `Basic ${front.basic}`, 'content-length': '5000000' },
    });
    sent.on('error', () => undefined).write('half');
    while (ended === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    sent.destroy();
    await ended;
    // Time for it to be told, if it was.
    await ask(front, '/v2/');
    expect(front.takeFault()).toBeUndefined();
  });
});

test('there is none for an engine of another machine', async () => {
  const { host } = await serve(tells);
  const repository = { ...theirs, uri: `${host}/team/app` };
  const behind = {
    ask: { about: () => Promise.reject(new Error('asked')) },
    repository,
    signal: over.signal,
  };
  expect(await openFront(`not-${hostname()}`, behind)).toBeUndefined();
});
