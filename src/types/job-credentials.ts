/**
 * The variables that give a job AWS credentials, or say where they are: keys, a profile, the files that have profiles, a
 * token for a role, and a container's endpoint. IAM Identity Center and processes have no variable of their own: a
 * profile names them. Sources: AWS SDKs and tools reference guide, "Standardized credential providers" and
 * "Environment variables list".
 */
const names = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/**
 * Whether a job was given credentials. Those of the machine, which every job on it can use, do not count: they are
 * found without a variable.
 * @param variable reads a variable of the job
 */
export function hasCredentials(variable: (name: string) => string | undefined): boolean {
  return names.some((name) => (variable(name) ?? '') !== '');
}
