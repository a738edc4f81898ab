import { ShipError } from '../../types/errors.ts';
import { clause, messageOf } from '../../types/text.ts';

/** A call whose credentials were not accepted. */
interface Asked {
  /** `ecr:DescribeImages` */
  readonly action: string;
  readonly region: string;
  /** The ARN of the role that this run itself assumed; undefined if the credentials are the job's. */
  readonly role?: string | undefined;
}

const login =
  'Set the input role-to-assume, or run aws-actions/configure-aws-credentials before this step, and give the job ' +
  '"permissions: id-token: write"';

/**
 * The error if the SDK has no credentials to sign with: there are none, or their source failed (a file, STS, SSO, a
 * container's or an instance's endpoint). It is never ECR's fault, and running again never helps. An error that
 * already explains this is returned unchanged.
 * @param said why the provider that the job names has failed, if the error does not say
 */
export function noCredentials(thrown: unknown, said?: string): ShipError {
  if (thrown instanceof ShipError) return thrown;
  const message = messageOf(thrown);
  const isUntold = nameOf(thrown) === 'CredentialsProviderError' && absent.test(message);
  const isAbsent = isUntold && said === undefined;
  const words = isUntold && said !== undefined ? said : wordsOf(thrown);
  return new ShipError({
    code: 'no-credentials',
    what: isAbsent
      ? `This job has no AWS credentials${halfOfKey(process.env)}.`
      : `The AWS credentials of this job could not be obtained from where the job says they are: ${clause(words)}.`,
    next: isAbsent
      ? `${login}; pull requests from forks get no credentials, so use push: false there.`
      : adviceOn(words),
    cause: thrown,
  });
}

/** Half a key is useless; usually the name of a secret is misspelt, and GitHub then passes an empty text. */
function halfOfKey(env: NodeJS.ProcessEnv): string {
  const [id, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const isSet = (name: string) => (env[name] ?? '') !== '';
  if (isSet(id) === isSet(secret)) return '';
  const [there, missing] = isSet(id) ? [id, secret] : [secret, id];
  return `: ${there} is set, and ${missing} is not, or is empty`;
}

/** What the SDK's chain of providers says if none of them found anything to try. */
const absent = /Could not load credentials from any providers|Credential is missing/;

/** What to do about a provider's failure, by its name and message. Sources: docs/contributing/facts.md, "Credentials". */
const providers: readonly (readonly [RegExp, string])[] = [
  [
    /InvalidIdentityToken|No OpenIDConnect provider|IDPCommunicationError|IDPRejectedClaim|Incorrect token audience/,
    'Add token.actions.githubusercontent.com to the identity providers of the account, with the audience sts.amazonaws.com.',
  ],
  [
    /AccessDenied|not authorized to perform: sts:/i,
    'Let the trust policy of the role allow this workflow: its subject (token.actions.githubusercontent.com:sub) and the audience sts.amazonaws.com.',
  ],
  [
    /ENOENT|EACCES|ENOTDIR|EISDIR/,
    'Write that file before this step, or unset the variable that names it (AWS_WEB_IDENTITY_TOKEN_FILE, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE).',
  ],
  [/\bSSO\b|aws sso login|aws login/i, `A job cannot sign in by a browser. ${login}, or unset AWS_PROFILE.`],
  [
    /expired/i,
    'Get the credentials right before this step, or ask for more time: role-duration-seconds of aws-actions/configure-aws-credentials.',
  ],
  [/profile/i, `Correct AWS_PROFILE, or unset it. ${login}.`],
];

function adviceOn(words: string): string {
  const known = providers.find(([pattern]) => pattern.test(words))?.[1];
  return (
    known ?? `Look at the AWS_ variables of the job, which say where its credentials come from. ${login}.`
  );
}

function wordsOf(thrown: unknown): string {
  const [name, message] = [nameOf(thrown), messageOf(thrown)];
  const isTold = ['Error', 'CredentialsProviderError', 'TokenProviderError', 'ProviderError'].includes(name);
  return isTold || message.includes(name) ? message : `${name}: ${message}`;
}

/** The names of errors for expired credentials. Source: AWS common errors; botocore, credentials.py. */
const expiredNames = new Set([
  'ExpiredTokenException',
  'ExpiredToken',
  'RequestExpired',
  'TokenRefreshRequired',
]);

/** Whether a call failed because its credentials have expired. */
export function hasExpired(error: unknown): boolean {
  return expiredNames.has(nameOf(error));
}

/**
 * The names of errors for credentials that fail before any permission is checked, and their meaning. Source: AWS
 * common errors.
 */
const refusedNames: Readonly<Record<string, string>> = {
  UnrecognizedClientException:
    'They may be deleted or of another partition, a session token may be missing, or the account has not enabled that region.',
  InvalidClientTokenId:
    'They may be deleted or of another partition, a session token may be missing, or the account has not enabled that region.',
  InvalidSignatureException: 'The secret key may be wrong, or the clock of the runner.',
  SignatureDoesNotMatch: 'The secret key may be wrong, or the clock of the runner.',
  IncompleteSignature: 'AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY may contain a space or a line break.',
  MissingAuthenticationTokenException: 'A proxy between the runner and AWS may remove the signature.',
};

/** The error for credentials that exist but that AWS does not accept; undefined for any other error. */
export function refusedCredentials(error: unknown, asked: Asked): ShipError | undefined {
  const { action, region, role } = asked;
  const [name, message] = [nameOf(error), messageOf(error)];
  if (hasExpired(error)) return expired(message, asked, error);
  // The chain of providers fails with this name, and so does a call made without checking the credentials first.
  if (name === 'CredentialsProviderError') return noCredentials(error);
  const meaning = refusedNames[name];
  if (meaning === undefined) return undefined;
  return new ShipError({
    code: 'credentials-refused',
    what: `AWS refused ${whose(role)} for ${action} in ${region}: ${name}: ${clause(message)}.`,
    next: `${meaning} ${
      role === undefined
        ? 'Look at the step that gives them, and at AWS_ variables that others leave behind.'
        : 'This run got them from AWS STS just before: look at the inputs role-to-assume and aws-region, and at AWS_ENDPOINT_URL variables.'
    }${
      action.startsWith('ecr-public:')
        ? ' ECR Public only knows accounts of commercial AWS, not those of China or GovCloud.'
        : ''
    }`,
    cause: error,
  });
}

/** Whose credentials have expired decides where to get longer ones. */
function expired(message: string, { action, region, role }: Asked, cause: unknown): ShipError {
  return new ShipError({
    code: 'credentials-expired',
    what: `${sentence(whose(role))} expired before ${action} in ${region}: ${clause(message)}.`,
    next:
      role === undefined
        ? 'Ask for more time (role-duration-seconds of aws-actions/configure-aws-credentials), or get them right before ' +
          'this step: a long build outlives credentials of an hour. With the input role-to-assume a run gets new ones by itself.'
        : 'Ask for more time with the input role-duration, at most the MaxSessionDuration of the role; where new credentials ' +
          'have expired as well, look at the clock of the runner.',
    cause,
  });
}

function whose(role: string | undefined): string {
  return role === undefined
    ? 'the credentials of this job'
    : `the credentials of ${role}, which this run has assumed,`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
