// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { deploymentRequest, deploymentSourceRequest, type DeploymentParams, type DeploymentResult, type DeploymentSourceResult } from '../../server/src/lsp/protocol.ts';
import { connect, hosts, type Client } from './client.ts';

for (const host of hosts) {
  suite(`a deployment ${host.name}`, () => {
    let client: Client;
    const ask = (params: DeploymentParams): Promise<DeploymentResult> => client.request(deploymentRequest, params);

    setup(async () => {
      client = await connect(host);
    });
    teardown(() => client.close());

    test('is reported on from the texts that the client read', async () => {
      const { markdown, spoken, unreadable } = await ask({ sources: [{ name: 'xeps.txt', text: '0045 0313' }, { name: 'account.xml', text: "<query><feature var='urn:xmpp:push:0'/></query>" }] });
      assert.deepEqual([spoken, unreadable], [3, []]);
      assert.match(markdown, /^# .+\n[^]*XEP-0313: Message Archive Management[^]*XEP-0357: Push Notifications/);
    });

    test('is compared with one that takes its place', async () => {
      const { markdown, spoken } = await ask({ sources: [{ name: 'old', text: '0045' }], against: [{ name: 'new', text: '0045 0363' }] });
      assert.equal(spoken, 2);
      assert.match(markdown, /XEP-0363 HTTP File Upload/);
      assert.ok(!markdown.includes('XEP-0045 Multi-User Chat'));
    });

    test('names what cannot be read, and reports on the rest', async () => {
      const { spoken, unreadable } = await ask({ sources: [{ name: 'torn.doap', text: '<Project>\n<a></Project>' }, { name: 'list', text: '45' }] });
      assert.equal(spoken, 1);
      assert.match(unreadable.join('\n'), /^torn\.doap:2:\d+ is not well-formed/);
    });

    const texts: Readonly<Record<string, DeploymentSourceResult['kind']>> = {
      "<Project><implements/></Project>": 'doap', "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='a'/></query>": 'disco', '0045\n0313 # archive': 'list',
      'In 1999 there were 45 kettles.': null, '': null, '<xep><header/></xep>': null, '# Tea\n\nSome words.': null,
    };
    test('is offered for what speaks of XEPs, and for nothing else', async () => {
      const kinds = await Promise.all(Object.keys(texts).map(async (text) => (await client.request<DeploymentSourceResult>(deploymentSourceRequest, { text })).kind));
      assert.deepEqual(kinds, Object.values(texts));
    });
  });
}
