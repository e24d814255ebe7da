// SPDX-License-Identifier: MIT
// The pages about the extension's commands and settings.
import { commandId, commandNames } from '../../client/src/names.ts';
import { commandWords } from './commandWords.ts';
import type { Contributes, Setting } from './manifest.ts';
import { page, table, type Page } from './markdown.ts';

export function commandsPage({ commands, menus, submenus, views }: Contributes): Page {
  const rows = commandNames.map((name) => {
    const id = commandId(name);
    const { title = '', category = '' } = commands.find(({ command }) => command === id) ?? {};
    const places = placesOf(id, menus, submenus.map((one) => one.id));
    return [`**${category}: ${title}**<br>\`${id}\``, commandWords[name], places.length === 0 ? 'command palette' : `command palette, ${places.join(', ')}`];
  });
  return {
    path: 'docs/editor-commands.md',
    text: page(
      '# Commands of the VS Code extension',
      `A command is in the palette (<kbd>F1</kbd>) where it can do something. Keys are yours to bind: *Preferences: Open Keyboard Shortcuts*, then look for the id.`,
      'Nothing is scanned before a XEP is open or *Review Workspace* runs. Findings of open documents are problems; those of closed ones stand in the relevance tree only. The extension works in virtual and untrusted workspaces and in the browser.',
      Object.values(views).flat().map(({ id, name, contextualTitle }) => `The view *${name}* (\`${id}\`) stands in the activity bar under *${contextualTitle}*.`).join('\n'),
      table(['Command', 'What it does', 'Where it is'], rows),
    ),
  };
}

const places: Readonly<Record<string, string>> = { 'view/title': 'head of the view', 'view/item/context': 'menu of a row', 'editor/context': 'menu of the editor' };

/** Menus in which a command stands, by itself or by way of a submenu. */
function placesOf(id: string, menus: Contributes['menus'], submenus: readonly string[]): string[] {
  const holders = Object.entries(menus).filter(([, items]) => items.some(({ command }) => command === id)).map(([menu]) => menu);
  const found = holders.flatMap((menu) => (submenus.includes(menu) ? Object.entries(menus).filter(([, items]) => items.some(({ submenu }) => submenu === menu)).map(([outer]) => outer) : [menu]));
  return Object.keys(places).filter((menu) => found.includes(menu)).map((menu) => places[menu] ?? '');
}

export function settingsPage({ configuration, colors }: Contributes): Page {
  return {
    path: 'docs/settings.md',
    text: page(
      '# Settings',
      `Of the VS Code extension; other editors give the same names to the language server as \`workspace/configuration\`, see [other editors](editors.md).`,
      ...Object.entries(configuration.properties).flatMap(([name, setting]) => [`## \`${name}\``, setting.markdownDescription ?? setting.description ?? '', valuesOf(setting)]),
      'Every setting can differ by folder. What your workspace has decided about single findings stands in `.xep-gdpr.json` instead, so that the command line knows it too: [Your own decisions](decisions.md).',
      '## Colours', 'For `workbench.colorCustomizations`:',
      table(['Colour', 'Is used for'], colors.map(({ id, description }) => [`\`${id}\``, description])),
    ),
  };
}

function valuesOf({ type, default: standard, enum: values, enumDescriptions }: Setting): string {
  const isDefault = (value: unknown): string => (value === standard ? ' (default)' : '');
  return values ? table(['Value', 'Meaning'], values.map((value, at) => [`\`"${value}"\`${isDefault(value)}`, enumDescriptions?.[at] ?? ''])) : `A ${type}; default \`${JSON.stringify(standard)}\`.`;
}
