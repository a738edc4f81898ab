/** A registry to which ECR copies images by itself. */
export interface Replica {
  readonly registryId: string;
  readonly region: string;
}

/** How far a copy is. */
export interface ReplicaStatus extends Replica {
  readonly state: 'complete' | 'in-progress' | 'failed';
  /** Why it failed, as ECR says it. */
  readonly failureCode: string | undefined;
}

/** The same for one of a run's repositories. */
export interface ReplicaResult extends ReplicaStatus {
  readonly uri: string;
}

/** Most images are replicated within this time. Source: ECR user guide, "Private image replication in Amazon ECR". */
export const usualReplicationMs = 30 * 60_000;
