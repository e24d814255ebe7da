import type { BundledLicence } from './notices.mjs';
export declare function licenceFaults(packages: readonly BundledLicence[]): readonly string[];
export declare function auditFaults(output: string, packages: readonly Pick<BundledLicence, 'name'>[]): { readonly skipped?: string; readonly faults?: readonly string[]; readonly others?: number };
export declare function audit(): Promise<boolean>;
