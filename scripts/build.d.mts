import type { BuildOptions } from 'esbuild';
export declare const bundles: readonly (BuildOptions & { readonly outfile: string })[];
export declare function build(): Promise<void>;
