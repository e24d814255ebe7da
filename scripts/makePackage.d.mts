export declare function makePackage(packagePath: string): Promise<void>;
export declare function packagedReadme(text: string): string;
