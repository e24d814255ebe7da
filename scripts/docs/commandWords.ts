// SPDX-License-Identifier: MIT
import type { CommandName } from '../../client/src/names.ts';

/** What each command does, for the page about them. */
export const commandWords: Readonly<Record<CommandName, string>> = {
  reviewWorkspace: 'Reviews all XEP sources of the workspace and fills the relevance tree; shows progress and can be cancelled.',
  generateTable: 'Makes the relevance table of the documents in the tree, as Markdown, MediaWiki, XEP-XML, CSV, HTML or JSON: in an editor, on the clipboard or in a file.',
  updateTable: 'Fills the rows of the table "XEP | Relevance" in the document that is open, and changes nothing else in it.',
  nextCarrier: 'Goes to the next place that may carry personal data.',
  previousCarrier: 'Goes to the previous one.',
  groupBy: 'Groups the tree by level, by category of data, by state of the considerations, or not at all.',
  sortBy: 'Sorts the tree.',
  filter: 'Shows the documents that have all the words given: `jid stable`, `0045`, or `status:`, `type:`, `level:`, `code:`, `category:` before a word.',
  clearFilter: 'Shows all documents again.',
  toggleInactive: 'Shows or hides documents that are humorous, retracted, rejected or obsolete.',
  triage: 'Opens the one-page summary for whoever reviews the document, beside its source.',
  beginConsiderations: 'Puts Privacy Considerations into the document, or completes them: each point that is open as a TODO.',
  compareWithHead: 'Says what your changes since the last commit add, drop and change about personal data.',
  deploymentReport: 'Tells the operator of a server what chosen DOAP files, lists of XEPs or service discovery answers mean: what is held, what to check, how to tell users.',
  explainCarrier: 'Says what stands at the cursor: who it is about, who sees it, how long it stays, why it matters.',
  openVerdict: 'Opens the section that the verdict at the cursor rests on.',
  ignore: 'Asks for a reason and adds the finding to the ignored ones in `.xep-gdpr.json`.',
  openSource: 'Opens the document of a row.',
  openPage: 'Opens the published page of the XEP in the browser. Nothing else leads to the network but the same link in the relevance panel, both by way of your browser.',
  openTree: 'Shows the open document in the relevance tree.',
  openPanel: 'Opens the relevance panel: a heat map of all documents that were reviewed by kinds of data, with filters and details.',
  showOutput: 'Shows what the extension and its server have to say.',
  restartServer: 'Starts the language server anew.',
  copyAsMarkdown: 'Copies rows of the table for the chosen documents as Markdown.',
  copyAsCsv: 'Copies them as CSV.',
  copyAsMediawiki: 'Copies them as MediaWiki.',
  copyAsXep: 'Copies them as XEP-XML.',
};
