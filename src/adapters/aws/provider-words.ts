import type { ECRClientConfig } from '@aws-sdk/client-ecr';

/** The messages of the credential providers while the SDK tried one after the other. */
interface ProviderWords {
  readonly logger: NonNullable<ECRClientConfig['logger']>;
  /** Why the first provider with something to try has failed; undefined if none had. Clears the messages. */
  take(): string | undefined;
}

/** What a provider logs when it passes on to the next. Source: @smithy/core, property-provider/ProviderError.ts. */
const passes = /^@smithy\/property-provider -> ([^]+)/;

/**
 * Messages of providers that have nothing to try, because nothing names them. Sources:
 * @aws-sdk/credential-provider-*.
 */
const nothingToTry =
  /Unable to find environment variable|\bskipping\b|using profile: \[default\]|Profile default could not|did not contain credential_process|Web identity configuration not specified|access disabled|No HTTP credential provider host|not configured with SSO|does not contain login_session|not set in env|not set in config/i;

/**
 * Listens to the chain of providers. Because each passes on to the next, the final error only says that none was
 * found, and not why the one that the job names has failed.
 */
export function listenToProviders(): ProviderWords {
  let words: string[] = [];
  const ignore = () => undefined;
  return {
    logger: {
      trace: ignore,
      debug(text: unknown) {
        const said = typeof text === 'string' ? passes.exec(text)?.[1] : undefined;
        if (said !== undefined && !nothingToTry.test(said)) words.push(said);
      },
      info: ignore,
      warn: ignore,
      error: ignore,
    },
    take() {
      const [first] = words;
      words = [];
      return first;
    },
  };
}
