// SPDX-License-Identifier: MIT
import { Uri, type Webview } from 'vscode';

/** The folder that the page's script and style are in; the page may read nothing else. */
export function panelFiles(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** The page around the panel's script: nothing is allowed but that script and its style. */
export function panelPage(webview: Pick<Webview, 'asWebviewUri' | 'cspSource'>, extension: Uri): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(panelFiles(extension), file)).toString();
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>GDPR relevance of XEPs</title>
<link rel="stylesheet" href="${address('panel.css')}">
</head>
<body>
<script nonce="${nonce}" src="${address('panel.js')}"></script>
</body>
</html>
`;
}
