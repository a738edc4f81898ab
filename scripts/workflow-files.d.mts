interface File {
  readonly name: string;
  readonly text: string;
}

export function workflows(): Promise<File[]>;
export function pages(): Promise<File[]>;
export function yamlBlocks(page: string): string[];
