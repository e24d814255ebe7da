// SPDX-License-Identifier: MIT
import type { Connection } from '../connection.ts';
import type { RelevancePanel } from '../panel/relevancePanel.ts';
import type { ReviewStore } from '../reviews.ts';
import type { RelevanceView } from '../tree/relevanceView.ts';

/** What commands work on. */
export interface Surroundings {
  readonly store: ReviewStore;
  readonly connection: Connection;
  readonly view: RelevanceView;
  readonly panel: RelevancePanel;
  /** The user asked for a review of the workspace: from then on a new server has to make it again. */
  readonly onWorkspaceWanted: () => void;
}
