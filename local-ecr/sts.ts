import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Registry } from './registry.ts';

/** AWS STS as far as people use it to see who they are: GetCallerIdentity, in the query protocol. */
export function answerSts(response: ServerResponse, body: string, registry: Registry): void {
  const action = new URLSearchParams(body).get('Action');
  response.setHeader('content-type', 'text/xml');
  if (action !== 'GetCallerIdentity') {
    response
      .writeHead(400)
      .end(
        `<ErrorResponse><Error><Code>InvalidAction</Code><Message>Could not find operation ${String(action).replace(/[<>&]/g, '')}</Message></Error></ErrorResponse>`,
      );
    return;
  }
  response
    .writeHead(200)
    .end(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
        `<Arn>arn:aws:sts::${registry.accountId}:assumed-role/local-ecr/session</Arn><UserId>AROALOCALECR:session</UserId>` +
        `<Account>${registry.accountId}</Account></GetCallerIdentityResult>` +
        `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    );
}
