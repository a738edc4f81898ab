import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from './errors.ts';
import type { Principals } from './principals.ts';
import { signer } from './signature.ts';

/** AWS STS as far as people use it to see who they are: GetCallerIdentity, in the query protocol. */
export function answerSts(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { principals, accountId }: { readonly principals: Principals; readonly accountId: string },
): void {
  response.setHeader('content-type', 'text/xml');
  try {
    const { arn, accessKeyId } = principals.caller(signer(request, 'sts'));
    const action = new URLSearchParams(body).get('Action') ?? '';
    if (action !== 'GetCallerIdentity')
      throw new AwsError('InvalidAction', `Could not find operation ${action}`);
    response
      .writeHead(200)
      .end(
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
          `<Arn>${escaped(arn)}</Arn><UserId>AROALOCALECR:${escaped(accessKeyId)}</UserId>` +
          `<Account>${accountId}</Account></GetCallerIdentityResult>` +
          `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
      );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    response
      .writeHead(error.type === 'MissingAuthenticationTokenException' ? 403 : 400)
      .end(
        `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>` +
          `<Code>${error.type.replace(/Exception$/, '')}</Code><Message>${escaped(error.message)}</Message></Error></ErrorResponse>`,
      );
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
