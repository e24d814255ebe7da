export declare function packagedReadme(text: string): string;
