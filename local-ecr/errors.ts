/** An error as the AWS JSON protocol carries it. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  /** What some exceptions carry besides their message. */
  readonly members: object;

  constructor(type: string, message: string, status = 400, members: object = {}) {
    super(message);
    this.name = 'AwsError';
    this.type = type;
    this.status = status;
    this.members = members;
  }
}

/** An error as the registry's HTTP interface carries it. Source: OCI distribution specification, "Error codes". */
export class RegistryError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = 'RegistryError';
    this.code = code;
    this.status = status;
  }
}

export function repositoryNotFound(name: string, registryId: string): AwsError {
  return new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  );
}

/** How ECR words an InvalidParameterException. */
export function invalidParameter(name: string, problem: string): AwsError {
  return new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: '${problem}'`,
  );
}

/** The modelled text, word for word; the API says it where a digest is not the one that the bytes have. */
export const layerDigestMismatch =
  'The layer digest calculation performed by Amazon ECR upon receipt of the image layer does not match the digest specified.';
