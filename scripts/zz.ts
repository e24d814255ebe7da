import { timeServer } from './bench/overStdio.ts';
import { timeReviews } from './bench/inProcess.ts';
console.log(timeReviews('/work/shared/corpus').join('\n'));
console.log((await timeServer('/work/main/dist/server.node.cjs','/work/shared/corpus')).join('\n'));
