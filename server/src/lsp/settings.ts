// SPDX-License-Identifier: MIT
import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Settings } from './protocol.ts';

const defaults: Settings = { show: 'problems', addressing: false };

/** Settings per document, asked for once and kept until the client says that they changed. */
export interface SettingsStore {
  /** To be called once the client is initialized: asks it to tell of changes. */
  register(): void;
  of(uri: string): Promise<Settings>;
}

/** `changed` is called after new settings came. A client that cannot be asked sends them along with the change. */
export function settingsStore(connection: Connection, client: ClientFeatures, changed: () => void): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  let sent = defaults;
  connection.onDidChangeConfiguration(({ settings }) => {
    sent = readSettings((settings as { readonly xepGdpr?: unknown } | null)?.xepGdpr);
    known.clear();
    changed();
  });
  return {
    register() {
      if (client.configuration && client.registersConfiguration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'xepGdpr' });
      }
    },
    of(uri) {
      if (!client.configuration) {
        return Promise.resolve(sent);
      }
      let settings = known.get(uri);
      if (!settings) {
        settings = connection.workspace.getConfiguration({ scopeUri: uri, section: 'xepGdpr' }).then(readSettings, () => defaults);
        known.set(uri, settings);
      }
      return settings;
    },
  };
}

/** Settings from whatever a client sends; what is missing or unknown has its default. */
export function readSettings(value: unknown): Settings {
  const { show, addressing } = (typeof value === 'object' && value !== null ? value : {}) as { readonly show?: unknown; readonly addressing?: unknown };
  return { show: show === 'decorations' || show === 'off' ? show : 'problems', addressing: addressing === true };
}
