/** An error in the AWS JSON protocol. */
export class AwsError extends Error {
  readonly type: string;
  readonly status: number;
  /** Further members that some exceptions have besides their message. */
  readonly members: object;

  constructor(type: string, message: string, status = 400, members: object = {}) {
    super(message);
    this.name = 'AwsError';
    this.type = type;
    this.status = status;
    this.members = members;
  }
}

/** An error in the registry's HTTP interface. Source: OCI distribution specification, "Error codes". */
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

/** An InvalidParameterException in ECR's wording. */
export function invalidParameter(name: string, problem: string): AwsError {
  return new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: '${problem}'`,
  );
}

/** The text in the API's model, used if a digest is not the one of the bytes. */
export const layerDigestMismatch =
  'The layer digest calculation performed by Amazon ECR upon receipt of the image layer does not match the digest specified.';
