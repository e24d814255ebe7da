// SPDX-License-Identifier: MIT

/** Namespace declarations in force at an element: a chain, so that an element without declarations shares its parent's. */
export interface NamespaceScope {
  /** The namespace of a prefix (`''` for the default one), or undefined where it is not declared. */
  lookup(prefix: string): string | undefined;
  /** This scope with one more declaration. */
  with(prefix: string, namespace: string): NamespaceScope;
}

class Declaration implements NamespaceScope {
  readonly #prefix: string;
  readonly #namespace: string;
  readonly #outer: NamespaceScope;

  constructor(prefix: string, namespace: string, outer: NamespaceScope) {
    this.#prefix = prefix;
    this.#namespace = namespace;
    this.#outer = outer;
  }

  lookup(prefix: string): string | undefined {
    return prefix === this.#prefix ? this.#namespace : this.#outer.lookup(prefix);
  }

  with(prefix: string, namespace: string): NamespaceScope {
    return new Declaration(prefix, namespace, this);
  }
}

/** What is declared before any element: the prefix `xml` (Namespaces in XML, section 3). */
export const rootScope: NamespaceScope = {
  lookup: (prefix) => (prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : undefined),
  with: (prefix, namespace) => new Declaration(prefix, namespace, rootScope),
};
