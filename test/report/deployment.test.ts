// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { readDeployment, textsIn, type OperatorData, type Told } from '../../server/src/deployment/index.ts';
import { compareReports, deploymentReport, entryRow, renderDeployment, renderTable, tableRow, type DeploymentReport } from '../../server/src/report/index.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { operatorFiles } from '../deployment/operatorFiles.ts';
import { xepSource } from '../support/xepSource.ts';
import { hostile } from './rows.ts';

const dataset = bundledDataset();
const data = operatorFiles();
const fixture = (name: string): string => readFileSync(fileURLToPath(new URL(`../deployment/fixtures/${name}`, import.meta.url)), 'utf8');
const reportOn = (text: string, name = 'source', operatorData: OperatorData = data): DeploymentReport => deploymentReport(readDeployment([{ name, text }], dataset, operatorData.features), dataset, operatorData);
const rendering = { dataset, version: '0.0.0' };
const small = reportOn(fixture('small-server.doap'));
const large = reportOn(fixture('large-server.doap'));

/** What stands at the address of a datum. */
function datumAt(address: string): unknown {
  const [, file, pointer = ''] = /^operator\/(\w+\.json)#\/(.*)$/.exec(address) ?? [];
  const root = JSON.parse(readFileSync(fileURLToPath(new URL(`../../data/operator/${file ?? ''}`, import.meta.url)), 'utf8')) as unknown;
  return pointer.split('/').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

/** A text of the data with its placeholders open to any filling. */
function pattern(text: string): RegExp {
  return new RegExp(`^${text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
}

suite('a deployment report', () => {
  for (const [name, report] of Object.entries({ small, large })) {
    test(`of a ${name} server holds no text but that of the data, filled, with its sources`, () => {
      const texts = textsIn(report);
      assert.ok(texts.length > 150, `${texts.length} texts`);
      const known = new Set(data.sources.map(({ id }) => id));
      for (const { text, datum, sources } of texts) {
        const found = datumAt(datum);
        const sentence = typeof found === 'string' ? found : (found as { readonly text: string }).text;
        assert.match(text, pattern(sentence), datum);
        assert.ok(!/\{\w+\}/.test(text), `${datum} is not filled: ${text}`);
        assert.ok(sources.every((source) => known.has(source)), datum);
        assert.ok(sources.length > 0 || datum.startsWith('operator/frame.json#/frame/labels/') || typeof found === 'string', `${datum} rests on nothing`);
      }
    });

    test(`of a ${name} server says nothing in Markdown that is neither datum nor fact`, () => {
      const left = unexplained(renderDeployment('markdown', report, rendering), report);
      assert.deepEqual(left, []);
      assert.deepEqual(unexplained('## Checks\n\n*Kept*: for ever', report), [' : for ever'], 'a sentence of ours would not be noticed');
    });

    test(`of a ${name} server gives for each check and each part of the statement what it rests on`, () => {
      const rows = new Set(report.record.map(({ id }) => id));
      assert.ok(report.statement.every(({ row }) => row === null || rows.has(row)));
      assert.ok(report.statement.filter(({ row }) => row !== null).length >= 5);
      for (const check of report.steps.flatMap(({ checks }) => checks).filter(({ xeps }) => xeps.length > 0)) {
        const spoken = new Set(['core', ...report.deployment.xeps.map(({ xep }) => xep)]);
        assert.deepEqual(check.xeps.filter((xep) => !spoken.has(xep)), [], check.id);
      }
    });
  }

  test('traces a statement to the row of the record that holds the same XEPs', () => {
    const archive = small.record.find(({ xeps }) => xeps.includes('0313'));
    const part = small.statement.find(({ row }) => row === archive?.id);
    assert.ok(archive && part);
    assert.ok(archive.carriers.includes('urn:xmpp:mam:2 result@id'), archive.carriers.join('\n'));
  });

  test('draws the row of a XEP from its entry as a review of its source does', () => {
    const source = xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body: "<section1 topic='Use'><example><![CDATA[<iq><block xmlns='urn:xmpp:blocking'><item jid='romeo@montague.lit'/></block></iq>]]></example></section1>" });
    const reviewed = tableRow(reviewXep('xep-0191.xml', source, dataset), dataset);
    const entry = dataset.entries.get('0191');
    assert.ok(entry);
    assert.deepEqual({ ...entryRow(entry, '0191', dataset), path: 'xep-0191.xml', type: 'Standards Track', privacy: 'absent', security: 'absent' }, reviewed);
  });

  test('shows what a server publishes of its data policy today', () => {
    const { policy } = reportOn(fixture('disco-account.xml'));
    assert.deepEqual(policy.find((field) => field.var === 'data_retention')?.published, ['168']);
    assert.match(renderDeployment('markdown', reportOn(fixture('disco-account.xml')), rendering), /`data_retention`.*168/);
  });

  test('of sources of which one is torn names it, and says nothing of its own', () => {
    const report = deploymentReport(readDeployment([{ name: 'torn.doap', text: '<Project>\n<a></Project>' }, { name: 'list', text: '0045 kettle 1-5 9999 45' }], dataset, data.features), dataset, data);
    const text = renderDeployment('markdown', report, rendering);
    assert.match(text, /torn\.doap:2:\d/);
    assert.deepEqual(unexplained(text, report), []);
  });

  test('of a text that is no source is not made of remarks', () => {
    const markdown = renderDeployment('markdown', reportOn('kettle\n'.repeat(5000)), { ...rendering, parts: ['policy'] });
    assert.match(markdown, /kettle \(source:40:1\), \+4960/);
  });

  test('has only the parts that are asked for', () => {
    const text = renderDeployment('markdown', small, { ...rendering, parts: ['policy'] });
    assert.ok(text.includes('`data_retention`') && !text.includes('XEP-0191: Blocking Command'));
    const json = JSON.parse(renderDeployment('json', small, { ...rendering, parts: ['table', 'statement'] })) as object;
    assert.deepEqual(Object.keys(json), ['schemaVersion', 'tool', 'advisory', 'deployment', 'rows', 'statement', 'sources']);
  });

  test('is the same in two runs, and survives JSON', () => {
    assert.equal(renderDeployment('json', large, rendering), renderDeployment('json', reportOn(fixture('large-server.doap')), rendering));
    assert.deepEqual(JSON.parse(JSON.stringify(large)), large);
  });

  test('in HTML has no script, nothing from elsewhere, and a print style', () => {
    const html = renderDeployment('html', large, rendering);
    assert.match(html, /@media print/);
    assert.ok(!/<script|<img|<iframe|javascript:/i.test(html));
    assert.match(html, /<mark>\[[^\]]+\]<\/mark>/);
  });

  test('in HTML leads from each part of the statement to the row that it traces to', () => {
    const html = renderDeployment('html', large, rendering);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target = '']) => target);
    assert.equal(targets.length, large.statement.filter(({ row }) => row !== null).length);
    assert.deepEqual(targets.filter((target) => html.split(`id="${target}"`).length !== 2), []);
    const alone = renderDeployment('html', large, { ...rendering, parts: ['statement'] });
    assert.ok(!alone.includes('href="#'), 'a link leads nowhere');
  });

  test('in XEP markup is well-formed and names the sections of the steps', () => {
    const xml = renderDeployment('xep', large, { ...rendering, hasEntity: () => false });
    assert.equal(XMLValidator.validate(xml), true);
    assert.deepEqual([...xml.matchAll(/<section2 [^>]*anchor='(\w+)'/g)].map(([, anchor]) => anchor), data.steps.map(({ anchor }) => anchor));
    assert.ok(!renderDeployment('xep', large, { ...rendering, parts: ['table'] }).includes('<section2'));
  });

  for (const [what, text] of Object.entries(hostile)) {
    test(`is not led astray by ${what} in a source`, () => {
      const escaped = text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char).replace(/\ud83d/, '').replace(/"/g, '&quot;');
      const report = deploymentReport(readDeployment([{ name: text, text: `<query><identity category='server' name="${escaped}"/><feature var="${escaped}"/><feature var='urn:xmpp:mam:2'/></query>` }, { name: 'list', text }], dataset, data.features), dataset, data);
      assert.ok(report.deployment.xeps.some(({ xep }) => xep === '0313'));
      const markdown = renderDeployment('markdown', report, rendering);
      assert.ok(!/<script|<\/table|(?<!\\)~~|\[d\]\(http/.test(markdown), markdown.slice(0, 600));
      const html = renderDeployment('html', report, rendering);
      assert.ok(!/<script|onerror/.test(html));
      // eslint-disable-next-line no-control-regex -- these must not come through
      assert.ok(!/[\u0000-\u0008\u001b\u202e]/.test(markdown + html));
      assert.equal(XMLValidator.validate(renderDeployment('xep', report, { ...rendering, hasEntity: () => false })), true);
      assert.doesNotThrow(() => JSON.parse(renderDeployment('json', report, rendering)) as unknown);
    });
  }
});

suite('a comparison of deployments', () => {
  const comparison = compareReports(small, large);

  test('says what is new and what goes', () => {
    const { xeps, kinds, checks, statement } = comparison;
    assert.ok(xeps.added.includes('0384') && !xeps.added.includes('0045'));
    assert.deepEqual(xeps.dropped, ['0421']);
    assert.ok(kinds.added.some(({ id }) => id === 'keys'), kinds.added.map(({ id }) => id).join());
    assert.ok(checks.added.length > 0 && checks.dropped.length === 0);
    assert.ok(statement.added.some(({ row }) => row === 'keys'));
  });

  test('names who receives more, and what stays longer', () => {
    const [before, now] = [reportOn('0115'), reportOn('0115 0092 0357 0494')];
    const { recipients, stays } = compareReports(before, now);
    assert.ok(recipients.length > 0 || stays.length > 0);
    assert.ok(stays.every((stay) => stay.before !== stay.now));
    assert.deepEqual([compareReports(now, before).recipients, compareReports(now, before).stays], [[], []]);
  });

  test('of a deployment with itself says that nothing changes', () => {
    const text = renderDeployment('markdown', small, { ...rendering, comparison: compareReports(small, small) });
    assert.match(text, new RegExp(data.frame.labels['nothingChanges'] ?? '-'));
    assert.deepEqual(text.match(/^## .*$/gm), ['## Sources']);
  });

  test('lists the sources that it cites, and no other', () => {
    const text = renderDeployment('markdown', large, { ...rendering, comparison });
    const [body = '', list = ''] = text.split(/^## Sources$/m);
    const numbers = (part: string): string[] => [...new Set([...part.matchAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map(([number]) => number))].sort();
    assert.deepEqual(numbers(list), numbers(body));
    assert.ok(numbers(list).length > 5 && numbers(list).length < large.sources.length);
  });

  test('changes the data policy where another value follows', () => {
    const { policy } = compareReports(reportOn('0045'), reportOn('0045 0077 0227'));
    assert.ok(policy.some(({ before, now }) => before.var === 'full_erasure' && before.value?.join() !== now.value?.join()));
  });

  test('says nothing in Markdown that is neither datum nor fact', () => {
    assert.deepEqual(unexplained(renderDeployment('markdown', large, { ...rendering, comparison }), small, large), []);
  });

  test('is rendered as HTML and JSON too', () => {
    assert.match(renderDeployment('html', large, { ...rendering, comparison }), /<h2>/);
    assert.deepEqual(Object.keys(JSON.parse(renderDeployment('json', large, { ...rendering, comparison })) as object), ['schemaVersion', 'tool', 'advisory', 'deployment', 'comparison', 'sources']);
  });
});

/** Paragraphs of Markdown in which letters are left when all texts of the data, and all values of deployment and dataset, are taken out. */
function unexplained(markdown: string, ...reports: readonly DeploymentReport[]): string[] {
  const table = reports.map(({ rows }) => renderTable('markdown', rows, dataset, '0.0.0', () => true).trimEnd());
  const plain = table.reduce((text, one) => text.replace(one, ''), markdown);
  const texts = reports.flatMap((report): readonly Told[] => textsIn(report)).map(({ text }) => text);
  const facts = reports.flatMap(({ deployment, record, steps, sources }) => [
    ...deployment.sources.flatMap(({ name, title }) => [name, title]), ...deployment.xeps.map(({ title }) => title), ...deployment.remarks.flatMap(({ code, source, what }) => (code === 'unreadable' ? [source] : [source, what])),
    ...record.flatMap(({ categories }) => categories.map((id) => dataset.categories.get(id)?.label ?? '')), ...steps.flatMap(({ checks }) => checks.flatMap(({ defaults }) => defaults.flatMap(({ server, version, setting }) => [`${server} ${version}`, setting]))),
    ...sources.flatMap(({ title, url, version = '' }) => [title, url, version]),
  ]);
  const words = ['own server', 'own devices', 'peer server', 'room occupants', 'contacts', 'subscribers', 'moderators', 'components or gateways', 'third-party services', 'anyone', 'users', 'third parties', 'operators', 'not kept', 'for the session', 'until changed', 'as history', 'not stated',
    'RFC 6120/6121', 'xep-gdpr', 'admins', 'true', 'false', ...data.policy.flatMap((field) => [field.var, ...field.options ?? [], ...field.rules.flatMap(({ value }) => value)])];
  const known = [...new Set([...texts, ...facts, ...words])].filter((one) => /\p{L}/u.test(one)).sort((one, other) => other.length - one.length);
  return plain.split(/\n\n|\n(?=[-|#])/).map((paragraph) => {
    const flat = paragraph.replace(/\s+/g, ' ').replace(/\\(?=[^A-Za-z\d\s])/g, '').replace(/[*`]/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return known.reduce((text, one) => text.replaceAll(one.replace(/\s+/g, ' ').replace(/[*`]/g, ''), ' '), flat).replace(/\bXEP-\d{4}|Art\. ?|\d+\(\d\)\([a-z]\)|\d(?:\(\d\))?(?:\([a-z]\))?/g, ' ');
  }).filter((left) => /\p{L}{2}/u.test(left));
}
