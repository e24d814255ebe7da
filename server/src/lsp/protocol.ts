// SPDX-License-Identifier: MIT
// What client and server say to each other beyond the Language Server Protocol: types only, so that both sides can use them.
// The server works without any of it: an editor that knows only LSP gets diagnostics, hovers, symbols, links, actions and completion.

import type { PanelCarrier, PanelDocument, PanelHead } from '../report/index.ts';

/** What a client can do; passed as `initializationOptions`. */
export interface InitializationOptions {
  /** The client answers `xepGdpr/findFiles` and `xepGdpr/readFile`, so that workspaces on virtual file systems can be reviewed. */
  readonly hostFiles?: boolean;
  /** The client wants `xepGdpr/reviewed` notifications. */
  readonly summaries?: boolean;
  /** The client has the extension's commands (`xepGdpr.ignore` and so on), so that code actions and lenses may name them. */
  readonly commands?: boolean;
  /** Address of `dataset.json`, for a server in a worker, which has no files of its own. */
  readonly dataset?: string;
  /** Address of `operator.json`, which is read when a deployment is first asked about. */
  readonly operator?: string;
  /** Address of `docs/findings/`, for the same. */
  readonly pages?: string;
}

/** Settings under `xepGdpr`, resource-scoped; asked for with `workspace/configuration`. */
export interface Settings {
  /** How carriers are shown. Considerations and other problems are always diagnostics unless `off`. */
  readonly show: 'problems' | 'decorations' | 'off';
  /** Whether the addressing of stanzas is shown too (as hints). */
  readonly addressing: boolean;
}

export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A carrier as the tree shows it. */
export interface CarrierSummary {
  readonly id: string;
  /** `item@jid`, or a form field's `var`. */
  readonly label: string;
  readonly category: string;
  readonly categoryLabel: string;
  readonly sensitivity: string;
  readonly own: boolean;
  readonly baseline: boolean;
  readonly basis: string;
  readonly note: string;
  /** The reason why the workspace's own file ignores it, where it does. */
  readonly ignored?: string;
  readonly count: number;
  /** All occurrences in document order; ranges in the encoding that was negotiated. */
  readonly ranges: readonly Range[];
}

/** One document as the tree, the status bar and the table show it. */
export interface ReviewSummary {
  readonly uri: string;
  readonly number: string | null;
  readonly name: string;
  readonly title: string;
  readonly status: string;
  readonly type: string;
  readonly kind: string;
  readonly level: 'none' | 'low' | 'medium' | 'high';
  readonly codes: readonly string[];
  readonly reason: string;
  readonly basis: string;
  readonly tags: readonly string[];
  readonly privacy: string;
  readonly security: string;
  /** Categories of weight that neither considerations section mentions. */
  readonly missing: readonly string[];
  readonly categories: readonly string[];
  readonly carriers: readonly CarrierSummary[];
  readonly problemCount: number;
}

/** server -> client, notification: documents were reviewed, or are gone. Replaces what was known of these URIs. */
export const reviewedNotification = 'xepGdpr/reviewed';
export interface ReviewedParams {
  readonly reviews: readonly ReviewSummary[];
  readonly removed: readonly string[];
}

/** client -> server, request: review all XEP sources of the workspace. Work-done progress and cancellation as in LSP. */
export const reviewWorkspaceRequest = 'xepGdpr/reviewWorkspace';
export interface ReviewWorkspaceParams {
  readonly workDoneToken?: string | number;
}
export interface ReviewWorkspaceResult {
  readonly reviewed: number;
  readonly cancelled: boolean;
  /** Files that could not be read, with the reason. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
}

/** client -> server, request: the relevance table, or the rows of the given documents, in a format of the command line. */
export const tableRequest = 'xepGdpr/table';
export type TableFormat = 'markdown' | 'xep' | 'mediawiki' | 'csv' | 'html' | 'json';
export interface TableParams {
  readonly format: TableFormat;
  /** Default: every document reviewed so far. */
  readonly uris?: readonly string[];
}
export interface TableResult {
  readonly text: string;
  /** For the editor that shows it. */
  readonly languageId: string;
}

/** client -> server, request: the edits that put the rows into the relevance table of an open document. */
export const updateTableRequest = 'xepGdpr/updateTable';
export interface UpdateTableParams {
  readonly uri: string;
}
export interface UpdateTableResult {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Why there is nothing to edit, in words for the user. */
  readonly error?: string;
}

/** client -> server, request: one carrier explained, as Markdown. */
export const explainRequest = 'xepGdpr/explain';
export interface ExplainParams {
  readonly uri: string;
  readonly carrierId: string;
}
export interface ExplainResult {
  readonly markdown: string;
}

/** client -> server, request: how the workspace's `.xep-gdpr.json` has to change so that a finding is ignored. */
export const ignoreRequest = 'xepGdpr/ignore';
export interface IgnoreParams {
  /** The document that has the finding. */
  readonly uri: string;
  /** The carrier, or else the code of the finding. */
  readonly carrierId?: string;
  readonly code?: string;
  readonly reason: string;
  /** Texts of the `.xep-gdpr.json` that the editor has open: they may have changes that are not saved. */
  readonly open?: readonly { readonly uri: string; readonly text: string }[];
}
export type IgnoreResult =
  | {
    readonly uri: string;
    readonly exists: boolean;
    /** Whether the finding was ignored before, perhaps for another reason. */
    readonly replaced: boolean;
    /** None where nothing changes. */
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }
  /** Why it cannot be ignored, in words for the user; `uri` is the file that is in the way. */
  | { readonly error: string; readonly uri?: string };

/** server -> client, request: URIs of all files of the workspace that may be XEP sources or belong to them (`*.xml`, `xep.ent`, `.xep-gdpr.json`). */
export const findFilesRequest = 'xepGdpr/findFiles';
export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** server -> client, request: a file's text, or null where it cannot be read. */
export const readFileRequest = 'xepGdpr/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  readonly text: string | null;
}

/** client -> server, request: what the relevance panel shows of documents, without their carriers. */
export const panelRequest = 'xepGdpr/panel';
export interface PanelParams {
  /** Those that have no review are left out of the answer. */
  readonly uris: readonly string[];
}
export interface PanelResult {
  readonly head: PanelHead;
  readonly documents: readonly PanelDocument[];
}

/** client -> server, request: the carriers of one document, as the panel shows its details. */
export const panelCarriersRequest = 'xepGdpr/panelCarriers';
export interface PanelCarriersParams {
  readonly uri: string;
}
export interface PanelCarriersResult {
  /** None where the document is gone. */
  readonly carriers: readonly PanelCarrier[];
}

/** client -> server, request: a document's triage page, as the command line prints it. */
export const triageRequest = 'xepGdpr/triage';
export type TriageFormat = 'markdown' | 'html' | 'text';
export interface TriageParams {
  readonly uri: string;
  readonly format: TriageFormat;
}
export interface TriageResult {
  readonly text: string;
  readonly error?: string;
}

/** client -> server, request: the edits that put what the review found into the Privacy Considerations of an open document. */
export const privacySectionRequest = 'xepGdpr/privacySection';
export interface PrivacySectionParams {
  readonly uri: string;
}
export interface PrivacySectionResult {
  /** Empty where nothing is left to add. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  readonly error?: string;
}

/** client -> server, request: what a document says more or less of personal data than an older text of it. */
export const compareRequest = 'xepGdpr/compare';
export interface CompareParams {
  readonly uri: string;
  /** The older text; null for a document that did not exist. */
  readonly oldText: string | null;
}
export interface CompareResult {
  /** Empty where both carry the same. */
  readonly markdown: string;
  readonly error?: string;
}

/** client -> server, request: the section that the verdict on a carrier rests on. */
export const verdictSourceRequest = 'xepGdpr/verdictSource';
export interface VerdictSourceParams {
  readonly uri: string;
  readonly carrierId: string;
}
export interface VerdictSourceResult {
  /** In a source of the workspace. */
  readonly location?: { readonly uri: string; readonly range: Range };
  /** Where the XEP is published, if the workspace has no source of it. */
  readonly page?: string;
  /** Why there is no such section. */
  readonly error?: string;
}

/** client -> server, request: what the operator of a deployment is told, as the command line prints it; with `against`, what changes when those sources take its place. */
export const deploymentRequest = 'xepGdpr/deployment';
export interface DeploymentText {
  readonly name: string;
  readonly text: string;
}
export interface DeploymentParams {
  readonly sources: readonly DeploymentText[];
  readonly against?: readonly DeploymentText[];
}
export interface DeploymentResult {
  readonly markdown: string;
  /** How many XEPs the sources, or those that take their place, speak. */
  readonly spoken: number;
  /** What cannot be read at all, each with its place and a remedy. */
  readonly unreadable: readonly string[];
}

/** client -> server, request: whether a text says which XEPs something speaks: a DOAP file, a disco#info answer, or a list that holds little else than numbers. */
export const deploymentSourceRequest = 'xepGdpr/deploymentSource';
export interface DeploymentSourceParams {
  readonly text: string;
}
export interface DeploymentSourceResult {
  readonly kind: 'doap' | 'disco' | 'list' | null;
}
