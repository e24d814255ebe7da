// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { bundledDataset } from '../../server/src/cli/bundledDataset.ts';
import { reviewXep } from '../../server/src/review/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const dataset = bundledDataset();

/** Vocabulary that everybody in the field would put there. */
const known = {
  'jid': "<subscribe xmlns='http://jabber.org/protocol/pubsub' node='n' jid='otto@orchard.example'/>",
  'pseudonym': "<nick xmlns='http://jabber.org/protocol/nick'>Otto</nick>",
  'network-address': "<candidate xmlns='urn:xmpp:jingle:transports:raw-udp:1' ip='192.0.2.7' port='13540'/>",
  'presence': "<query xmlns='jabber:iq:last' seconds='903'/>",
  'profile': "<vCard xmlns='vcard-temp'><BDAY>1990-01-01</BDAY></vCard>",
  'contact-details': "<query xmlns='jabber:iq:search'><email>otto@orchard.example</email></query>",
  'credentials': "<query xmlns='jabber:iq:auth'><password>pear</password></query>",
  'crypto-identity': "<devices xmlns='urn:xmpp:omemo:2'><device id='12345'/></devices>",
  'social-graph': "<query xmlns='jabber:iq:roster'><item jid='ada@orchard.example'/></query>",
  'message-content': "<message xmlns='jabber:client'><body>Pears are ripe</body></message>",
  'communication-metadata': "<received xmlns='urn:xmpp:receipts' id='m1'/>",
  'location': "<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>0.1</lat></geoloc>",
  'activity': "<mood xmlns='http://jabber.org/protocol/mood'><happy/></mood>",
  'device-client': "<query xmlns='jabber:iq:version'><os>Orchard OS</os></query>",
  'media-file': "<data xmlns='http://jabber.org/protocol/ibb' seq='0' sid='s'>cGVhcg==</data>",
  'moderation-record': "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:spam'><text>Sells pears</text></report>",
  'financial': "<query xmlns='http://jabber.org/protocol/ansi_x.12'>850</query>",
  'sensor': "<numeric xmlns='urn:xmpp:iot:sensordata' name='Warmth' value='21'/>",
} as const;

suite('every category', () => {
  test('has a name here that everybody knows', () => {
    assert.deepEqual(Object.keys(known).sort(), [...dataset.categories.keys()].sort());
  });

  for (const [category, example] of Object.entries(known)) {
    test(`is found where it is plain: carrier/${category}`, () => {
      const { carriers } = reviewXep('orchard.xml', xepSource({ body: exampleSection(example) }), dataset);
      assert.ok(carriers.some((carrier) => carrier.category === category && carrier.basis === 'curated' && !carrier.baseline), JSON.stringify(carriers.map((carrier) => [carrier.id, carrier.category, carrier.basis])));
    });
  }
});
