/** What a copy took: each blob and each manifest once. */
export interface Copied {
  /** Manifests that were stored; none where the destination had the image. */
  readonly manifests: number;
  readonly uploaded: number;
  /** Taken over by the registry itself from the source. */
  readonly mounted: number;
  /** Blobs that the destination had before. */
  readonly present: number;
  /** Compressed bytes that were uploaded. */
  readonly bytes: number;
}
