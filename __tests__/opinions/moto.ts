import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tool } from './tools.ts';

/** moto's server on a free port of this machine. */
export interface Moto {
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startMoto(): Promise<Moto> {
  const child = spawn(tool('moto_server'), ['-H', '127.0.0.1', '-p', '0'], {
    env: { PATH: process.env['PATH'] ?? '', PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  let address: string | undefined;
  let said = '';
  const lines = createInterface({ input: child.stderr });
  for await (const line of lines) {
    said += `${line}\n`;
    address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  if (address === undefined) throw new Error(`moto did not start:\n${said}`);
  child.stderr.resume();
  return {
    env: {
      AWS_ENDPOINT_URL_ECR: address,
      AWS_ENDPOINT_URL_STS: address,
      // It has no ECR Public, and nobody is to be asked in its place.
      AWS_ENDPOINT_URL_ECR_PUBLIC: 'http://127.0.0.1:1',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'MOTO',
      AWS_SECRET_ACCESS_KEY: 'moto',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    async close() {
      child.kill();
      await gone;
    },
  };
}
