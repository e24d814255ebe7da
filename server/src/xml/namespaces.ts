// SPDX-License-Identifier: MIT

/** Namespace declarations in force while a text is read. An element's declarations are added at its start tag and taken back at its end. */
export interface NamespaceScopes {
  /** The namespace of a prefix (`''` for the default one), or undefined where it is not declared. */
  lookup(prefix: string): string | undefined;
  declare(prefix: string, namespace: string): void;
  /** Takes back the newest declaration of each of these prefixes. */
  leave(prefixes: readonly string[]): void;
}

/** Scopes in which only the prefix `xml` is declared (Namespaces in XML, section 3). Looking up costs the same at every depth. */
export function namespaceScopes(): NamespaceScopes {
  const bindings = new Map<string, string[]>([['xml', ['http://www.w3.org/XML/1998/namespace']]]);
  return {
    lookup: (prefix) => bindings.get(prefix)?.at(-1),
    declare(prefix, namespace) {
      const stack = bindings.get(prefix);
      if (stack) {
        stack.push(namespace);
      } else {
        bindings.set(prefix, [namespace]);
      }
    },
    leave(prefixes) {
      for (const prefix of prefixes) {
        bindings.get(prefix)?.pop();
      }
    },
  };
}
