export declare function notices(): Promise<string>;
