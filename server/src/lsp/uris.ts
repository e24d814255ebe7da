// SPDX-License-Identifier: MIT

/** The folder of a URI, without the slash at its end; the URI itself where there is none. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  return slash < 0 ? uri : uri.slice(0, slash);
}

/** The last part of a URI, decoded. */
export function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Whether a URI lies below a folder, or is it. */
export function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** The innermost of the folders that holds the URI. */
export function folderHolding(uri: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isBelow(uri, folder)).sort((one, other) => other.length - one.length)[0];
}

/** A URI as a path for readers: relative to its workspace folder, else the file's name. */
export function pathOf(uri: string, folders: readonly string[]): string {
  const folder = folderHolding(uri, folders);
  return folder === undefined || folder === uri ? nameOf(uri) : decoded(uri.slice(folder.length + 1));
}

/** A text with one meaning for one file: clients differ in what they percent-encode. */
export function uriKey(uri: string): string {
  return decoded(uri);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
