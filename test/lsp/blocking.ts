// SPDX-License-Identifier: MIT
import { xepSource } from '../support/xepSource.ts';

/** An example that blocks two contacts; the address is `item@jid` of XEP-0191. */
export const blockExample = `<iq from='juliet@capulet.lit/chamber' type='set' id='b1'>
  <block xmlns='urn:xmpp:blocking'>
    <item jid='romeo@montague.lit'/>
    <item jid='iago@venice.lit'/>
  </block>
</iq>`;

export const contents = (example: string): string => `<section1 topic='Blocking' anchor='blocking'>
<p>As in &xep0191;, see <link url='#privacy'>below</link> and <link url='https://example.org/more'>more</link>.</p>
<section2 topic='A contact' anchor='contact'>
<example caption='Two are blocked'><![CDATA[
${example}
]]></example>
</section2>
</section1>`;

export const privacy = "<section1 topic='Privacy Considerations' anchor='privacy'>\n<p>The server learns whom the user blocks, and must delete the block list with the account.</p>\n</section1>";

/** The source of XEP-0191 as a test wants it. */
export function blocking(example: string = blockExample, more: string = privacy): string {
  return xepSource({ number: '0191', title: 'Blocking Command', status: 'Draft', version: '1.3', body: `${contents(example)}\n${more}` });
}
