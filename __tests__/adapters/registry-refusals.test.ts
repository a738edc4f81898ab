import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registryHttp } from '../../src/adapters/registry/registry-http.ts';
import type { Credentials } from '../../src/types/credentials.ts';
import { ShipError } from '../../src/types/errors.ts';
import { digest, repository, tag } from '../unit/support/values.ts';

let server: Server;
let refusal = { status: 400, body: '' };
let puts = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    puts += 1;
    request.resume();
    response.writeHead(refusal.status, { 'content-type': 'application/json' }).end(refusal.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function put() {
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const credentials = { basic: 'QVdTOng=', endpoint: `http://${host}`, expiresAt: Infinity } as Credentials;
  const http = registryHttp({
    login: () => Promise.resolve(credentials),
    now: Date.now,
    signal: new AbortController().signal,
  });
  const manifest = { digest: digest(1), mediaType: 'application/vnd.oci.image.manifest.v1+json', body: '{}' };
  puts = 0;
  return http
    .putManifest({ ...repository, uri: `${host}/team/app` }, tag('1.4.2'), manifest)
    .catch((error: unknown) => error);
}

const refused = (code: string, message: string, status = 400) => ({
  status,
  body: JSON.stringify({ errors: [{ code, message }] }),
});
const overwrite = (why: string) =>
  `The image tag '1.4.2' already exists in the 'team/app' repository and cannot be overwritten because the ${why} is immutable.`;

test.each([
  { name: 'the words until about 2024', ...refused('TAG_INVALID', overwrite('repository')) },
  { name: 'the words since', ...refused('TAG_INVALID', overwrite('tag')) },
  { name: 'the API with another image', ...refused('DENIED', 'ImageTagAlreadyExistsException: taken') },
  { name: 'the API with the same image', ...refused('DENIED', 'ImageAlreadyExistsException: it is there') },
])(
  'a tag that may not move, in $name: is tried once, and whoever asked looks at the digest',
  async (given) => {
    refusal = given;
    const said = (JSON.parse(given.body) as { errors: { message: string }[] }).errors[0]?.message;
    expect(await put()).toEqual({ kind: 'immutable', detail: said });
    expect(puts).toBe(1);
  },
);

test.each([
  { name: 'the same code for another reason', ...refused('TAG_INVALID', 'manifest tag did not match URI') },
  { name: 'words that are none of JSON', status: 400, body: '<html>Bad Request</html>' },
])('$name: is no such refusal', async (given) => {
  refusal = given;
  const error = await put();
  expect(error).toBeInstanceOf(ShipError);
  expect(error).toMatchObject({ code: 'registry-failed' });
  expect((error as ShipError).what).toContain(
    'did not let this run set the tag 1.4.2, with HTTP status 400: ',
  );
  expect(puts).toBe(1);
});
