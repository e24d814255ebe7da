export declare function packNpm(destination: string): Promise<{ readonly path: string; readonly files: readonly { readonly path: string; readonly size: number }[] }>;
