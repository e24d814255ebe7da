// SPDX-License-Identifier: MIT
import { escapeXml } from './escapeXml.ts';
import { oneLine } from './oneLine.ts';

/** A page of its own: no script, no remote content. `title` is plain text, `style` and `body` are ours or escaped already. */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(oneLine(title))}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
