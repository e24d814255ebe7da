// SPDX-License-Identifier: MIT
// What package.json tells of the extension, as far as pages are made of it.
import { readManifest } from '../../test/support/manifest.ts';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly group: string;
}

export interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
  readonly description?: string;
}

export interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly submenus: readonly { readonly id: string; readonly label: string }[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string; readonly contextualTitle: string }[]>>;
  readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  readonly colors: readonly { readonly id: string; readonly description: string }[];
}

export function contributes(): Contributes {
  return readManifest<{ readonly contributes: Contributes }>().contributes;
}
