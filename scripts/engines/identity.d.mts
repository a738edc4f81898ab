export function identity(pid?: number): string;
export function isAlive(identity: string): boolean;
