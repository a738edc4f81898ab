export function ensureWorkflowParser(): Promise<string>;
