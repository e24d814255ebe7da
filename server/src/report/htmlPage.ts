// SPDX-License-Identifier: MIT
import { escapeXml } from './escapeXml.ts';

/** A page of its own without remote content; without scripts too unless `policy` allows one. `title` is plain text, `style` and `body` are ours or escaped already. */
export function htmlPage(title: string, style: string, body: string, policy = "default-src 'none'; style-src 'unsafe-inline'"): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
