// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandId, commandNames, contextKeys, treeViewId } from '../../client/src/names.ts';
import { readManifest } from '../support/manifest.ts';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly contributes: { readonly walkthroughs: readonly { readonly icon: string; readonly steps: readonly Step[] }[] };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const walkthroughs = (language?: string): Manifest['contributes']['walkthroughs'] => readManifest<Manifest>(language).contributes.walkthroughs;
const stepsIn = (language?: string): readonly Step[] => walkthroughs(language).flatMap(({ steps }) => steps);
const buttonsOf = ({ description }: Step): string[] => [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);

suite('the walkthrough', () => {
  test('has steps that end by what the user does', () => {
    const events = new Set([...commandNames.map((name) => `onCommand:${commandId(name)}`), ...Object.values(contextKeys).map((key) => `onContext:${key}`), `onView:${treeViewId}`]);
    assert.ok(stepsIn().length >= 4);
    for (const { id, completionEvents } of stepsIn()) {
      assert.ok(completionEvents.length > 0 && completionEvents.every((event) => events.has(event)), id);
    }
  });

  for (const language of [undefined, 'de']) {
    test(`has buttons for commands that exist, and the same in every language: ${language ?? 'en'}`, () => {
      const buttons = stepsIn(language).map(buttonsOf);
      assert.deepEqual(buttons, stepsIn().map(buttonsOf));
      assert.ok(buttons.every((one) => one.length > 0));
      assert.deepEqual(buttons.flat().filter((command) => command.startsWith('xepGdpr.') && !commandNames.some((name) => commandId(name) === command)), []);
    });

    test(`has pages of its own beside the steps, and nothing from the network: ${language ?? 'en'}`, () => {
      for (const { media, id } of stepsIn()) {
        // VS Code looks for the page in its language by this name.
        const page = readFileSync(join(root, language === undefined ? media.markdown : media.markdown.replace(/\.md$/, `.nls.${language}.md`)), 'utf8');
        assert.doesNotMatch(page, /https?:|!\[/, id);
      }
    });
  }

  test('has an icon that is there', () => {
    assert.ok(walkthroughs().every(({ icon }) => existsSync(join(root, icon))));
  });
});
