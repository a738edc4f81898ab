import { largestAwsAnswer } from '../../types/bounds.ts';
import { Readable } from 'node:stream';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { STSClient } from '@aws-sdk/nested-clients/sts';
import type { ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
import { badAnswer } from './aws-errors.ts';
import { collect, TooLong } from '../http/http-answer.ts';
import type { RegistryTime } from '../http/registry-time.ts';

/** A client of the SDK, as far as its answers pass through here. */
export type Bounded =
  | Pick<ECRClient, 'middlewareStack'>
  | Pick<ECRPUBLICClient, 'middlewareStack'>
  | Pick<STSClient, 'middlewareStack'>;

/** The deadline of the body alone: the client's own time-out ends when an answer begins. In milliseconds. */
const bodyMs = 20_000;

/**
 * Reads the body of every answer before the SDK, which has no limit of its own. A body that is too long is an error
 * that is not retried; one that drips is a time-out, which is. Also takes the registry's time from each answer.
 */
export function boundAnswers(
  client: Bounded,
  time: RegistryTime,
  { bytes, ms } = { bytes: largestAwsAnswer, ms: bodyMs },
): void {
  // The middleware handles only bytes, and no member of any command, so any client's stack will do.
  const { middlewareStack } = client as Pick<ECRClient, 'middlewareStack'>;
  middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: unknown; headers?: Record<string, string> } | undefined;
      const body = response?.body;
      time.note(response?.headers?.['date']);
      if (response === undefined || !(body instanceof Readable)) return result;
      const late = new Error(`no complete answer came within ${String(ms / 1000)} s`);
      late.name = 'TimeoutError';
      const timer = setTimeout(() => body.destroy(late), ms);
      try {
        // As bytes: the SDK would copy a stream twice more.
        response.body = await collect(body, bytes);
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        throw badAnswer(
          context.commandName?.replace(/Command$/, '') ?? 'a call',
          `too much: ${error.message}`,
        );
      } finally {
        clearTimeout(timer);
      }
      return result;
    },
    // Between the HTTP handler and the deserializer, which precedes it in the same step.
    { name: 'boundAnswers', step: 'deserialize', priority: 'low' },
  );
}
