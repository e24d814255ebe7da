export declare function relevancePage(folder: string): string;
