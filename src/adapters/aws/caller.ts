import { largestErrorAnswer } from '../../types/bounds.ts';
import type { ECRClientResolvedConfig } from '@aws-sdk/client-ecr';
import type { ECRPUBLICClientResolvedConfig } from '@aws-sdk/client-ecr-public';
import { HttpClient } from '@actions/http-client';
import { askHttp } from '../http/http-answer.ts';

/** Asking for the caller's identity must not delay a run; the answer has a few hundred bytes. */
const bounds = { ms: 5000, bytes: () => largestErrorAnswer };

/** How far AWS lets the clock of a signature be off. Source: IAM user guide, "AWS Signature Version 4". */
const mostSkewMs = 5 * 60_000;

const body = 'Action=GetCallerIdentity&Version=2011-06-15';

type ClientConfig = ECRClientResolvedConfig | ECRPUBLICClientResolvedConfig;

/**
 * The ARN of the caller, from AWS STS, which requires no permission for it; undefined if STS cannot be reached. Makes
 * one request, and a second one if this machine's clock is off, signed by the SDK's own signer. Redirects are not
 * followed. A second SDK client would add half a megabyte to the bundle.
 * Source: AWS STS API reference, GetCallerIdentity.
 * @param config of a separate client, because its signer keeps the service for which it first signed
 */
export async function callerArn(config: ClientConfig, region: string): Promise<string | undefined> {
  try {
    const ecr = config.endpointProvider({ Region: region }).url;
    const url = new URL(process.env['AWS_ENDPOINT_URL_STS'] ?? `https://${stsHost(ecr.hostname)}`);
    const signer = await config.signer({
      name: 'sigv4',
      signingName: 'sts',
      signingRegion: region,
      properties: {},
    });
    const ask = async (signingDate: Date) => {
      const { headers } = await signer.sign(
        {
          method: 'POST',
          protocol: url.protocol,
          hostname: url.hostname,
          path: '/',
          query: {},
          headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
          body,
        },
        { signingDate },
      );
      return askHttp(url, { method: 'POST', headers, body }, bounds, new HttpClient());
    };
    let answer = await ask(new Date());
    // As in the SDK: the answer that refuses a time gives the right one.
    const told = Date.parse(answer.headers.date ?? '');
    if (answer.status === 403 && Math.abs(told - Date.now()) > mostSkewMs) answer = await ask(new Date(told));
    return /<Arn>(arn:[\w+=,.@:/-]+)<\/Arn>/.exec(answer.body.toString('utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * The host of STS in the region and partition of ECR's API, which the SDK knows: the two differ only in their first
 * labels.
 */
export function stsHost(ecrHost: string): string {
  return ecrHost.replace(/^api\.ecr(?:-public)?\./, 'sts.');
}
