// SPDX-License-Identifier: MIT
// What each format's own reader makes of an output; every finding is a text that got out of where it stood.
import { XMLValidator } from 'fast-xml-parser';
import MarkdownIt from 'markdown-it';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import operatorJson from '../../server/generated/operator.js';
import type { Kind } from './outputs.ts';

/** Where the program's own links lead: to XEPs, articles of the GDPR, and the sources of what operators are told. */
const sources = new Set(operatorJson().match(/https?:[^"\s]+/g));
const ownLink = { test: (link: string): boolean => /^https:\/\/(?:xmpp\.org\/extensions\/xep-\d{4}\.html|gdpr-info\.eu\/art-\d+-gdpr\/)$/.test(link) || sources.has(link) };

// eslint-disable-next-line no-control-regex -- these steer terminals, or turn the direction of what follows
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** What is wrong with a text by the rules of its kind. */
export function escapesIn(kind: Kind, text: string): string[] {
  return [...readers[kind](text), ...(kind === 'csv' ? text.replace(/\r\n/g, '\n') : text).match(steering)?.map((char) => `U+${char.charCodeAt(0).toString(16).padStart(4, '0')} steers`) ?? []];
}

const readers: Readonly<Record<Kind, (text: string) => string[]>> = {
  terminal: () => [], markdown: markdownEscapes, html: htmlEscapes, csv: csvEscapes, json: jsonEscapes, xep: xepEscapes, wiki: wikiEscapes, annotations: annotationEscapes, sarif: sarifEscapes,
};

/** As VS Code's preview reads: like GitHub, it makes no link of a host alone. */
const renderer = new MarkdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false });
const markdownTokens: ReadonlySet<string> = new Set([
  'heading_open', 'heading_close', 'paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special', 'code_inline', 'strong_open', 'strong_close', 'em_open', 'em_close', 'softbreak', 'hardbreak', 'link_open', 'link_close',
  'bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close', 'list_item_open', 'list_item_close', 'table_open', 'table_close', 'thead_open', 'thead_close', 'tbody_open', 'tbody_close', 'tr_open', 'tr_close', 'th_open', 'th_close', 'td_open', 'td_close',
]);

function markdownEscapes(text: string): string[] {
  const tokens = renderer.parse(text, {}).flatMap((token) => [token, ...token.children ?? []]);
  let insideLink = false;
  return tokens.flatMap(({ type, content, attrGet }, at): string[] => {
    insideLink = type === 'link_open' || (insideLink && type !== 'link_close');
    const href = type === 'link_open' ? attrGet.call(tokens[at], 'href') ?? '' : '';
    // GitHub makes links and mentions of plain text after all escapes are gone; code stays as it is.
    const autolink = type === 'text' && !insideLink ? /[a-z][a-z+.-]*:\/\/\S+|\bwww\.\S+|\S*@\w\S*/i.exec(content)?.[0] : undefined;
    return [...markdownTokens.has(type) ? [] : [`a token ${type}: ${content}`], ...href === '' || ownLink.test(href) ? [] : [`a link to ${href}`], ...autolink === undefined ? [] : [`a link by its looks: ${autolink}`]];
  });
}

type Node = DefaultTreeAdapterMap['childNode'];
const htmlElements: ReadonlySet<string> = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2', 'p', 'div', 'strong', 'ul', 'ol', 'li', 'code', 'a', 'footer', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'span', 'h3', 'mark', 'sup', 'noscript']);
const htmlAttributes: ReadonlySet<string> = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'scope', 'href', 'data-label']);

/** Ids that a page gives itself, and links to them. */
const ownId = /^#?(?:row-[a-z-]+|xep-gdpr-data)$/;

/** Both as a browser with scripts reads it and as one without, for which more is markup. */
function htmlEscapes(text: string): string[] {
  return [true, false].flatMap((scripts) => pageEscapes(text, scripts));
}

function pageEscapes(text: string, scriptingEnabled: boolean): string[] {
  const escapes: string[] = [];
  const visit = (node: Node | DefaultTreeAdapterMap['document']): void => {
    if ('tagName' in node) {
      if (!htmlElements.has(node.tagName) && !isOwnScript(node)) {
        escapes.push(`an element <${node.tagName}>`);
      }
      for (const { name, value } of node.attrs) {
        const isOwn = ((name === 'id' || name === 'href') && ownId.test(value)) || (name === 'type' && value === 'application/json');
        if (!isOwn && (!htmlAttributes.has(name) || (name === 'href' && !ownLink.test(value))) || (name === 'class' && !/^[a-z ]*$/.test(value))) {
          escapes.push(`an attribute ${name}="${value}"`);
        }
      }
    } else if (node.nodeName === '#comment') {
      escapes.push('a comment');
    }
    ('childNodes' in node ? node.childNodes : []).forEach(visit);
  };
  visit(parse(text, { scriptingEnabled, onParseError: ({ code }) => escapes.push(code) }));
  return escapes;
}

/** The report's own two: one that is empty in tests, and data that is JSON to its end. */
function isOwnScript(element: DefaultTreeAdapterMap['element']): boolean {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (element.tagName !== 'script' || text === '') {
    return element.tagName === 'script';
  }
  try {
    JSON.parse(text);
    return element.attrs.some(({ name, value }) => name === 'type' && value === 'application/json');
  } catch {
    return false;
  }
}

/** A reader by the letter of RFC 4180. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) {
      return [...records, [`no cell at ${cell.lastIndex}`]];
    }
    records.at(-1)?.push(found[1] === undefined ? found[2] ?? '' : found[1].replace(/""/g, '"'));
    if (found[3] === '\r\n') {
      records.push([]);
    }
  }
  return records.slice(0, -1);
}

function csvEscapes(text: string): string[] {
  const [header, ...records] = readCsv(text);
  return records.flatMap((record) => [...record.length === header?.length ? [] : ['a cell too many or too few'], ...record.filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell)).map((cell) => `a formula ${cell}`)]);
}

function jsonEscapes(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function xepEscapes(text: string): string[] {
  const valid = XMLValidator.validate(text);
  const tags = text.match(/<\/?[^\s>]+[^>]*>/g) ?? [];
  return [...valid === true ? [] : [valid.err.msg], ...tags.filter((tag) => !/^<(?:table(?: caption='GDPR relevance of XEPs')?|\/table|\/?tr|\/?th|\/?td|\/?strong)>$/.test(tag)).map((tag) => `markup ${tag}`), ...[...text.matchAll(/&(?!(?:amp|lt|gt|quot|#39);)/g)].map(() => 'a reference')];
}

function wikiEscapes(text: string): string[] {
  const lines = text.split('\n');
  const isFrame = (line: string): boolean => line === '|-' || line === '|}' || line === '' || line === '{| class="wikitable sortable"' || line === '! XEP !! Status !! Relevance !! Data !! Why !! Seen by !! Kept';
  return lines.filter((line) => !isFrame(line)).flatMap((line) => {
    const cell = /^\| (?:\[https:\/\/xmpp\.org\/extensions\/xep-\d{4}\.html ([^\]]*)\]|(.*))$/.exec(line);
    const content = cell?.[1] ?? cell?.[2];
    return content === undefined ? [`a line ${line}`] : /[<>[\]{}|'~]|__|:\/\/|^[*#:;=!+-]|&(?!#\d+;)|\b(?:mailto|news|javascript):\S/.test(content) ? [`markup ${content}`] : [];
  });
}

function annotationEscapes(text: string): string[] {
  return text.split('\n').slice(0, -1).flatMap((line) => {
    const command = /^::(?:error|warning|notice) (file=[^,:]*(?:,(?:line|endLine|col|endColumn)=\d+)*,title=[^,:]*)::(.*)$/.exec(line);
    return command ? [] : [`no command: ${line}`];
  });
}

function sarifEscapes(text: string): string[] {
  const faults = jsonEscapes(text);
  return faults.length > 0 ? faults : [...text.matchAll(/"(?:text|justification)":"((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message).filter((message) => /\[[^\]]*\]\(/.test(message)).map((message) => `a link in ${message}`);
}
