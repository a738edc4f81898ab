/** Why local-ecr does not do what the OCI distribution specification's own tests ask for: because ECR does not. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  /** Who says so, and how sure it is: grades as in docs/reference/local-ecr.md. */
  readonly source: string;
  /** Matches `name: message` of the rows that fail for it. */
  readonly row: RegExp;
}

export const rules: readonly Rule[] = [
  {
    name: 'blobs stay',
    why: 'A blob cannot be deleted: there is no such address, and nothing is lost',
    source: 'B: what DELETE of a manifest answered before ECR took it, aws/containers-roadmap#1229',
    row: /\/blob-delete: blob head failed: unexpected status code, expected one of \[404\], received 200$/,
  },
  {
    name: 'PATCH is 201',
    why: 'A part of a blob is answered with 201; the specification has 202',
    source: 'B: aws/containers-roadmap#2831',
    row: /\/blob-patch-\w+: blob patch failed: unexpected status code, expected one of \[202\], received 201$/,
  },
  {
    name: 'parts in any order',
    why: 'A part out of order is answered like every later part, with 201, and its bytes are not kept; the specification has 416',
    source: 'B: aws/containers-roadmap#2831',
    row: /\/blob-patch-chunked: blob out of order chunk: unexpected status code, expected one of \[416\], received 201$/,
  },
  {
    name: 'only sha256',
    why: 'A digest other than SHA-256 is refused, so nothing of that name exists',
    source: 'A: ECR API reference, ImageDetail, "The sha256 digest of the image manifest."',
    row: /^sha512[ /].*: (?:blob p(?:ut|ost)|manifest put|(?:blob|manifest) (?:head|get)) failed: unexpected status code, expected one of \[[\d ]+\], received 40[045]$/,
  },
];
