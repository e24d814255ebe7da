export interface BundledLicence { readonly name: string; readonly version: string; readonly license: string; readonly text: string }
export declare function bundledLicences(): Promise<readonly BundledLicence[]>;
export declare function notices(): Promise<string>;
