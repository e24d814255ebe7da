// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { readDeployment, readSource, type Deployment } from '../../server/src/deployment/index.ts';
import { operatorFiles } from './operatorFiles.ts';

const dataset = bundledDataset();
const { features } = operatorFiles();
const fixture = (name: string): string => readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), 'utf8');
const read = (...texts: readonly string[]): Deployment => readDeployment(texts.map((text, index) => ({ name: `s${index + 1}`, text })), dataset, features);
const numbers = ({ xeps }: Deployment): string => xeps.map(({ xep }) => xep).join(' ');
const remarks = (deployment: Deployment): string[] => deployment.remarks.map(({ code, source, line, column, what }) => [code, source, line, column, what].filter((part) => part !== undefined && part !== '').join(' '));

suite('a list of XEPs', () => {
  const lists: Readonly<Record<string, readonly [text: string, xeps: string]>> = {
    'one number per line': ['0045\n0313\n', '0045 0313'],
    'numbers in any spelling': ['XEP-0045 xep-313, 54; XEP0060 xep-0077.xml', '0045 0054 0060 0077 0313'],
    'a JSON array': ['["0045", 313]', '0045 0313'],
    'comments and a byte order mark': ['\uFEFF# 0001\n0045 # 0313\r\n', '0045'],
    'titles behind numbers': ['XEP-0065: SOCKS5 Bytestreams\n* 0045 Multi-User Chat\n- XEP-0363 – HTTP File Upload', '0045 0065 0363'],
    'numbers with versions': ['XEP-0045 1.34, 0313 v1.1', '0045 0313'],
    'comments without a space': ['313#archive', '0313'],
    'addresses': ['https://xmpp.org/extensions/xep-0045.html', '0045'],
  };
  for (const [what, [text, xeps]] of Object.entries(lists)) {
    test(`may have ${what}`, () => {
      assert.deepEqual([numbers(read(text)), remarks(read(text))], [xeps, []]);
    });
  }

  test('may say which version is spoken', () => {
    assert.deepEqual(read('XEP-0191: Blocking Command v1.2').xeps[0]?.support, [{ source: 's1', role: 'unknown', status: '', version: '1.2', since: '', note: '', line: 1 }]);
  });

  test('may have a version behind each number', () => {
    assert.deepEqual(read('0045 1.34.0 0191 v1.2').xeps.map(({ support }) => support[0]?.version), ['1.34.0', '1.2']);
  });

  test('names words that follow each other once', () => {
    assert.deepEqual(remarks(read('| XEP-0045 | Multi-User Chat | yes | 1.2 |')), ['garbage s1 1 14 Multi-User Chat yes 1.2']);
  });

  test('names with its place what is no number, a range, unknown or named twice', () => {
    const deployment = read('kettle 0045\n45-50, 99999\nXEP-9999\n45');
    assert.deepEqual([numbers(deployment), remarks(deployment)], ['0045', ['garbage s1 1 1 kettle', 'range s1 2 1 45-50', 'garbage s1 2 8 99999', 'unknown-xep s1 3 XEP-9999', 'duplicate s1 4 XEP-0045']]);
  });

  test('that is empty says so', () => {
    assert.deepEqual(remarks(read(' \n# nothing\n')), ['empty s1 s1']);
  });
});

suite('a DOAP file', () => {
  test('tells XEPs, versions, role and name', () => {
    const deployment = read(fixture('small-server.doap'));
    assert.deepEqual(deployment.sources, [{ name: 's1', kind: 'doap', role: 'server', title: 'Kettle' }]);
    assert.deepEqual([deployment.xeps.length, deployment.xeps[1]?.support[0]?.status, deployment.xeps[1]?.support[0]?.since, deployment.remarks], [15, 'complete', '0.1', []]);
  });

  test('may use any prefix, and be a client’s', () => {
    const { sources, xeps } = read(fixture('client.doap'));
    assert.deepEqual([sources[0]?.role, xeps.length, xeps.find(({ xep }) => xep === '0163')?.support[0]?.status], ['client', 18, 'partial']);
  });

  test('does not count what is planned, refused or gone, and says so', () => {
    const deployment = read(fixture('large-server.doap'));
    assert.equal(deployment.xeps.length, 90);
    assert.deepEqual(deployment.remarks.filter(({ code }) => code === 'not-counted').map(({ what }) => what), ['XEP-0321 (planned)', 'XEP-0257 (wontfix)', 'XEP-0478 (removed)']);
    assert.equal(deployment.xeps.find(({ xep }) => xep === '0363')?.support[0]?.note, 'With a <quota> per user & day.');
  });

  test('says what was superseded, and by what', () => {
    const { remarks: all } = read(fixture('large-server.doap'));
    assert.deepEqual(all.find(({ xep }) => xep === '0048'), { code: 'superseded', source: '', xep: '0048', what: 'XEP-0048 (Deprecated)', successors: ['0402'] });
  });

  test('that implements a newer version than the reviewed one is told so', () => {
    assert.deepEqual(remarks(read('<Project><implements><SupportedXep><xep resource="https://xmpp.org/extensions/xep-0191.html"/><version>99.1</version></SupportedXep></implements></Project>')), [`newer s1 1 XEP-0191 (99.1 > ${dataset.entries.get('0191')?.reviewed.version ?? ''})`]);
  });

  test('may name a XEP by a mere link', () => {
    assert.equal(numbers(read("<r:RDF xmlns:r='urn:r'><Project><implements r:resource='https://xmpp.org/extensions/xep-0045.html'/><implements r:resource='https://xmpp.org/rfcs/rfc6120.html'/></Project></r:RDF>")), '0045');
  });

  test('names links that lead to no XEP and words that are no status', () => {
    const supported = (address: string, status: string): string => `\n<SupportedXep><xep resource='${address}'/><status>${status}</status></SupportedXep>`;
    const deployment = read(`<Project>${supported('https://kettle.example/', 'complete')}${supported('https://xmpp.org/extensions/xep-0045.html', 'splendid')}</Project>`);
    assert.deepEqual([numbers(deployment), remarks(deployment)], ['0045', ['garbage s1 2 https://kettle.example/', 'garbage s1 3 XEP-0045 (splendid)']]);
  });

  test('takes nothing from a DOCTYPE, whatever it declares', () => {
    const bomb = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"> <!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project><name>&b;&x;</name><SupportedXep><xep resource='xep-0045'/></SupportedXep></Project>`;
    const { sources, xeps } = read(bomb);
    assert.deepEqual([sources[0]?.title, xeps[0]?.support[0]?.line], ['&b;&x;', 2]);
  });
});

suite('an answer of service discovery', () => {
  test('tells XEPs by namespace, list and beginning, and what nobody knows', () => {
    const deployment = read(fixture('disco-host.xml'));
    assert.equal(numbers(deployment), '0030 0049 0050 0054 0060 0077 0092 0157 0160 0163 0191 0199 0202 0280');
    assert.deepEqual([deployment.sources[0], remarks(deployment)], [{ name: 's1', kind: 'disco', role: 'server', title: 'Kettle' }, ['unknown-feature s1 20 urn:xmpp:kettle:steam:0']]);
  });

  test('keeps the forms that a service publishes', () => {
    const deployment = read(fixture('disco-account.xml'));
    assert.deepEqual(deployment.forms, [{ source: 's1', formType: 'urn:xmpp:data-policy:0', fields: [{ var: 'data_retention', values: ['168'] }, { var: 'encryption_at_rest', values: ['1'] }] }]);
    assert.ok(deployment.xeps.some(({ xep }) => xep === '0504'));
  });

  test('tells Personal Eventing by the identity that announces it, and says nothing of other identities', () => {
    const deployment = read(fixture('disco-account.xml'));
    assert.ok(deployment.xeps.some(({ xep }) => xep === '0163'));
    assert.deepEqual(remarks(deployment).filter((remark) => remark.includes('identity')), []);
  });

  test('of a client tells its role, and what it wants to be told of', () => {
    const { sources, xeps } = read("<query><identity category='client' type='phone' name='Cup'/><feature var='urn:xmpp:avatar:metadata+notify'/></query>");
    assert.deepEqual([sources[0]?.role, xeps.map(({ xep }) => xep)], ['client', ['0084']]);
  });
});

suite('several sources', () => {
  test('are taken together, each XEP with those that speak it', () => {
    const deployment = read(fixture('small-server.doap'), fixture('client.doap'), fixture('list.txt'));
    assert.deepEqual(deployment.xeps.find(({ xep }) => xep === '0045')?.support.map(({ source, role }) => `${source} ${role}`), ['s1 server', 's2 client', 's3 unknown']);
    assert.deepEqual(deployment.remarks.filter(({ code }) => code === 'duplicate'), []);
  });

  test('are read though one of them cannot be', () => {
    const deployment = read('<Project>\n<name></Project>', '0045');
    assert.equal(numbers(deployment), '0045');
    assert.match(remarks(deployment)[0] ?? '', /^unreadable s1 2 \d+ is not well-formed: .*; mend it there, or save the file anew$/);
  });
});

suite('what cannot be read', () => {
  const broken: Readonly<Record<string, readonly [text: string, why: RegExp]>> = {
    'another XML file': ['<html><body/></html>', /neither a DOAP file nor a disco#info answer: its root is <html>/],
    'half a tag': ['<', /not well-formed/],
    'a DOCTYPE without an end': ['<!DOCTYPE p [ <!ENTITY "', /DOCTYPE does not end/],
    'what is nested too deeply': [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, /nested/],
    'a name that would reach into the program': ['<query><__proto__ var="1"/><feature var="a"/></query>', /Invalid name|reserved/],
    'binary data': ['\0\u0001\u0002', /is not text/],
    'what is far too long': ['45 '.repeat(400_000), /longer than 1,000,000/],
  };
  for (const [what, [text, why]] of Object.entries(broken)) {
    test(`is named with a reason: ${what}`, () => {
      const source = readSource(text);
      assert.match('error' in source ? source.error : '', why);
    });
  }

  test('is named with its line, whatever ends lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const source = readSource(['<Project>', '<name>Kettle</name>', '</tea>', ''].join(end));
      assert.deepEqual('error' in source ? [source.line, source.column] : [], [3, 1]);
    }
  });

  const slow: Readonly<Record<string, string>> = { 'brackets': '['.repeat(999_999), 'spaces': `XEP-0045 ${' '.repeat(900_000)}`, 'dashes': '-'.repeat(999_999), 'quotes': `<!DOCTYPE ${`"'`.repeat(400_000)}`, 'words': 'a '.repeat(200_000), 'open tags': '<a '.repeat(300_000), 'features': `<query>${"<feature var='x'/>".repeat(15_000)}</query>` };
  for (const [what, text] of Object.entries(slow)) {
    test(`takes its time by its length only: ${what}`, function bounded() {
      this.timeout(8000);
      assert.doesNotThrow(() => read(text));
    });
  }
});
