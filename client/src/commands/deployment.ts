// SPDX-License-Identifier: MIT
import { t } from '@vscode/l10n';
import { Uri, window, workspace, type TextDocument } from 'vscode';
import { deploymentRequest, deploymentSourceRequest, type DeploymentParams, type DeploymentResult, type DeploymentSourceParams, type DeploymentSourceResult, type DeploymentText } from '../../../server/src/lsp/protocol.ts';
import { showBeside } from './beside.ts';
import type { Surroundings } from './surroundings.ts';

/** The files of a deployment, and of the one that takes its place where two are compared. */
interface Chosen {
  readonly sources: readonly Uri[];
  readonly against?: readonly Uri[];
}

/** Shows what the operator of a deployment is told. The files are those that `{ uris, against }` names, else those that the user chooses. */
export async function deploymentReport(around: Surroundings, argument: unknown): Promise<void> {
  const chosen = readNamed(argument) ?? await choose(around);
  if (!chosen || chosen.sources.length === 0) {
    return;
  }
  const params: DeploymentParams = { sources: await textsOf(chosen.sources), ...chosen.against && { against: await textsOf(chosen.against) } };
  const { markdown, spoken, unreadable } = await around.connection.request<DeploymentResult>(deploymentRequest, params);
  if (unreadable.length > 0) {
    void window.showWarningMessage(`XEP GDPR: ${unreadable.join(' ')}`);
  }
  if (spoken === 0 && unreadable.length === params.sources.length) {
    return;
  }
  await showBeside(chosen.against ? t('{0} against {1}', namesOf(chosen.against), namesOf(chosen.sources)) : t('Deployment of {0}', namesOf(chosen.sources)), markdown);
}

/** The active document where it says which XEPs something speaks, files, or two groups of them. */
async function choose({ connection }: Surroundings): Promise<Chosen | undefined> {
  const active = window.activeTextEditor?.document;
  const params: DeploymentSourceParams = { text: active?.getText() ?? '' };
  const isSource = active && (await connection.request<DeploymentSourceResult>(deploymentSourceRequest, params)).kind !== null;
  const items: readonly { readonly label: string; readonly detail: string; readonly choose: () => Promise<Chosen | undefined> }[] = [
    ...isSource ? [{ label: workspace.asRelativePath(active.uri), detail: t('The active document'), choose: () => Promise.resolve({ sources: [active.uri] }) }] : [],
    { label: t('Choose Files…'), detail: t('DOAP files, lists of XEP numbers, saved answers of service discovery; several are taken together'), choose: () => pickFiles(t('Files of the deployment')).then((sources) => sources && { sources }) },
    { label: t('Compare Two Deployments…'), detail: t('What changes when another one takes its place'), choose: chooseTwo },
  ];
  return (await window.showQuickPick(items, { title: t('Deployment report'), placeHolder: t('Which XEPs does the deployment speak?') }))?.choose();
}

async function chooseTwo(): Promise<Chosen | undefined> {
  const sources = await pickFiles(t('Files of the deployment as it is'));
  const against = sources && await pickFiles(t('Files of the deployment that takes its place'));
  return sources && against && { sources, against };
}

async function pickFiles(title: string): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({ title, canSelectMany: true, filters: { [t('DOAP, lists, disco#info')]: ['doap', 'rdf', 'xml', 'txt', 'md', 'list'], [t('All files')]: ['*'] } });
}

/** What the editor shows, or else what is stored. */
async function textsOf(uris: readonly Uri[]): Promise<readonly DeploymentText[]> {
  return Promise.all(uris.map(async (uri) => {
    const open: TextDocument | undefined = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    return { name: workspace.asRelativePath(uri), text: open?.getText() ?? new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  }));
}

function namesOf(uris: readonly Uri[]): string {
  return uris.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).join(', ');
}

function readNamed(argument: unknown): Chosen | undefined {
  const { uris, against } = typeof argument === 'object' && argument !== null ? argument as { readonly uris?: unknown; readonly against?: unknown } : {};
  const parsed = (list: unknown): readonly Uri[] | undefined => (Array.isArray(list) ? list.filter((one) => typeof one === 'string').map((one) => Uri.parse(one)) : undefined);
  const [sources, others] = [parsed(uris), parsed(against)];
  return sources && { sources, ...others && { against: others } };
}
