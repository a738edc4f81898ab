import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { LocalEcr } from '../../local-ecr/index.ts';

/** A login as everybody gets one. */
export async function loginOf({ url, region }: LocalEcr): Promise<{ username: string; password: string }> {
  const credentials = { accessKeyId: 'LOCALECR', secretAccessKey: 'local-ecr' };
  const client = new ECRClient({ endpoint: url, region, credentials });
  const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
  client.destroy();
  const token = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64').toString();
  return { username: token.slice(0, token.indexOf(':')), password: token.slice(token.indexOf(':') + 1) };
}
