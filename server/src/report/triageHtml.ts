// SPDX-License-Identifier: MIT
import { codeInWords } from './codeInWords.ts';
import { escapeXml } from './escapeXml.ts';
import { htmlPage } from './htmlPage.ts';
import { nameParts } from './nameParts.ts';
import { oneLine } from './oneLine.ts';
import type { Triage } from './triage.ts';
import { disclaimer, nothing, processingInWords, relationInWords, restInWords, stateInWords, verdictInWords } from './triageWords.ts';

const style = `:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:48rem;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.2rem 0 .3rem}
ul,ol{margin:.3rem 0;padding-left:1.4rem}
.verdict{border-inline-start:.4rem solid #8886;padding-inline-start:.8rem}
.high{border-color:#c62828}.medium{border-color:#ef8f00}.low{border-color:#1976d2}
footer{margin-top:1.5rem;opacity:.8}`;

/** The triage as a page of its own: no script, no remote content, readable without colours. */
export function triageHtml(triage: Triage, version: string): string {
  const { name, kind, level, reason, codes, categories, privacy, security, leftOut, questions, related, unjudged } = triage;
  const rest = restInWords({ ...triage, moreCategories: 0, moreRelated: 0 });
  return htmlPage(`GDPR triage: ${name}`, style, `<main>
<h1>GDPR triage: ${text(name)}</h1>
<p>${text(kind)}</p>
<div class="verdict ${level}">
<p><strong>${text(verdictInWords(triage))}.</strong> ${text(reason)}</p>
${list('ul', codes.map((code) => text(`${code}: ${codeInWords(code)}`)))}</div>
<h2>What it carries</h2>
${list('ul', [...categories.map((one) => `<strong>${text(one.label)}</strong>: ${text(one.names)}. ${text(processingInWords(one))}`), ...categories.length > 0 && rest !== '' ? [text(rest)] : []], nothing.categories)}
<h2>What the considerations leave out</h2>
${list('ul', [`Privacy Considerations: ${text(stateInWords(privacy))}. Security Considerations: ${text(stateInWords(security))}.`, leftOut.length > 0 ? `Not mentioned in either: ${text(leftOut.join(', '))}.` : 'Nothing of weight goes unmentioned.'])}
<h2>Questions to the author</h2>
${list('ol', questions.map((one) => `${text(one.text)}${one.touched ? ' (The text touches on this: is it enough?)' : ''}`), nothing.questions)}
<h2>Related XEPs</h2>
${list('ul', related.map((one) => `<a href="https://xmpp.org/extensions/xep-${one.number}.html">XEP-${one.number}</a> ${text(one.title)}: ${text(relationInWords(one))}`), nothing.related)}
<h2>What could not be judged</h2>
${list('ul', unjudged.map(text), nothing.unjudged)}
</main>
<footer>${disclaimer} Made by xep-gdpr ${text(version)}.</footer>`);
}

/** Escaped, with the names of elements and form fields set as code. */
function text(words: string): string {
  return nameParts(oneLine(words)).map((part) => (part.isName ? `<code>${escapeXml(part.text)}</code>` : escapeXml(part.text))).join('');
}

function list(kind: 'ul' | 'ol', items: readonly string[], otherwise = ''): string {
  return items.length === 0 ? otherwise === '' ? '' : `<p>${otherwise}</p>` : `<${kind}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${kind}>\n`;
}
