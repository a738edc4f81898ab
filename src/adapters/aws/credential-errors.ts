import { ShipError } from '../../types/errors.ts';
import { clause, messageOf } from '../../types/text.ts';

/** What was asked with credentials that were not taken. */
interface Asked {
  /** `ecr:DescribeImages` */
  readonly action: string;
  readonly region: string;
  /** The ARN of the role that this run has assumed itself; undefined where the credentials are the job's. */
  readonly role?: string | undefined;
}

const login =
  'Set the input role-to-assume, or run aws-actions/configure-aws-credentials before this step, and give the job ' +
  '"permissions: id-token: write"';

/**
 * The error where the SDK has no credentials to sign with: there are none, or what gives them failed (a file, STS, SSO, a
 * container's or an instance's endpoint). It is never ECR's fault, and never mended by running again.
 * An error that says all that already stays as it is.
 * @param said why the provider that the job names has failed, where the error does not say it
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

/** Half of a key is none; most often the name of a secret is misspelt, which GitHub then takes for an empty one. */
function halfOfKey(env: NodeJS.ProcessEnv): string {
  const [id, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  const isSet = (name: string) => (env[name] ?? '') !== '';
  if (isSet(id) === isSet(secret)) return '';
  const [there, missing] = isSet(id) ? [id, secret] : [secret, id];
  return `: ${there} is set, and ${missing} is not, or is empty`;
}

/** The words of the SDK's chain of providers where none of them has found anything to try. */
const absent = /Could not load credentials from any providers|Credential is missing/;

/** What to do about a provider's failure, by its name and words. Sources: docs/contributing/facts.md, "Credentials". */
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

/** Names under which credentials fail whose time is over. Source: AWS common errors; botocore, credentials.py. */
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

/** Names under which credentials fail before any permission is looked at, and what that means. Source: AWS common errors. */
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

/** The error for credentials that are there and that AWS does not accept; undefined where that is not what it is. */
export function refusedCredentials(error: unknown, asked: Asked): ShipError | undefined {
  const { action, region, role } = asked;
  const [name, message] = [nameOf(error), messageOf(error)];
  if (hasExpired(error)) return expired(message, asked, error);
  // The chain of providers fails by this name, and so does a call that was made without looking at it first.
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

/** Whose time it is that is over decides where more of it can be asked for. */
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
