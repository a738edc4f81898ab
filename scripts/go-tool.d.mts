export declare function goTool(
  module: string,
  version: string,
): Promise<{ readonly path: string } | { readonly why: string }>;
