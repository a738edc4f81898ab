/** What a copy took; each blob and each manifest counts once. */
export interface Copied {
  /** Manifests that were stored; 0 if the destination had the image. */
  readonly manifests: number;
  readonly uploaded: number;
  /** Blobs that the registry took over from the source by itself. */
  readonly mounted: number;
  /** Blobs that the destination already had. */
  readonly present: number;
  /** Compressed bytes that were uploaded. */
  readonly bytes: number;
}
