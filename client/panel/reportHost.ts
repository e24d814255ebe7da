// SPDX-License-Identifier: MIT
import type { PanelData } from '../../server/src/report/index.ts';
import type { Host } from './host.ts';
import { hashToView, viewToHash } from './view.ts';

/** A report in a browser: all data are in the page, the view is in its address, so that a link can show what its sender saw. */
export function reportHost(): Host {
  const data = JSON.parse(document.getElementById('xep-gdpr-data')?.textContent ?? '') as PanelData;
  return {
    kept: () => hashToView(location.hash),
    keep: (view) => {
      const hash = viewToHash(view);
      try {
        history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
      } catch {
        // A frame without an address of its own keeps nothing.
      }
    },
    start: ({ head, documents, view }) => {
      head(data.head, {});
      documents(data.documents, []);
      window.addEventListener('hashchange', () => { view(hashToView(location.hash)); });
    },
    carriersOf: (id) => Promise.resolve(data.carriers[data.documents.findIndex((one) => one.id === id)] ?? []),
    shown: () => {},
    editor: null,
  };
}
