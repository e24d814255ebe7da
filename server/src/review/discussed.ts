// SPDX-License-Identifier: MIT
import type { Category, Dataset } from '../dataset/index.ts';
import type { ReadConsiderations } from './considerations.ts';
import type { Carrier } from './record.ts';

/** What the considerations say of the categories that a document itself brings; ids in the order of its carriers. */
export interface Discussed {
  readonly privacy: readonly string[];
  readonly security: readonly string[];
  /** Categories of weight that neither mentions. */
  readonly missing: readonly string[];
}

/** A name by which a carrier may be mentioned. */
interface Named extends Pick<Carrier, 'element' | 'attribute' | 'field'> {
  /** Whether the element stands for this category only, so that its name alone tells of it. */
  readonly alone: boolean;
}

/** Holds the considerations against the categories that the document's own carriers have. A section that says nothing discusses nothing. */
export function discussed(privacy: ReadConsiderations, security: ReadConsiderations, carriers: readonly Carrier[], dataset: Dataset): Discussed {
  const found = { privacy: [] as string[], security: [] as string[], missing: [] as string[] };
  const texts = { privacy: readText(privacy.discussion), security: readText(security.discussion) };
  for (const [id, names] of carriedBy(carriers)) {
    const category = dataset.categories.get(id);
    if (!category) {
      continue;
    }
    const [inPrivacy, inSecurity] = [texts.privacy, texts.security].map((text) => text.words !== ' ' && (speaksOf(text, category, names) || pointsTo(text, id, dataset)));
    if (inPrivacy) {
      found.privacy.push(id);
    }
    if (inSecurity) {
      found.security.push(id);
    }
    if (!inPrivacy && !inSecurity && category.weight > 1) {
      found.missing.push(id);
    }
  }
  return found;
}

/** Whether a text speaks of a category: by the field's phrases for it, or by a name that carries it. */
export function mentions(prose: string, category: Category, names: readonly Named[]): boolean {
  return speaksOf(readText(prose), category, names);
}

/** Tells whether a sentence speaks of a category, as carriers of it are named or by a pointer. */
export function speakerOf(category: Category, carriers: readonly Carrier[], dataset: Dataset): (sentence: string) => boolean {
  const names = carriers.map(({ element, attribute, field }): Named => ({ element, attribute, field, alone: false }));
  return (sentence) => {
    const text = readText(sentence);
    return speaksOf(text, category, names) || pointsTo(text, category.id, dataset);
  };
}

interface Text {
  /** Lower-case words with one space before, between and behind them. */
  readonly words: string;
  /** The same words, each once: most phrases are not there, and this tells so at once. */
  readonly vocabulary: ReadonlySet<string>;
  /** Names of quoted tags, and quoted words, in lower case. */
  readonly quoted: ReadonlySet<string>;
  /** Numbers of XEPs whose considerations are said to apply. */
  readonly pointers: readonly string[];
}

function readText(prose: string): Text {
  const quoted = new Set<string>();
  for (const [, tag, word] of prose.matchAll(/<\/?([\w.:-]{1,60})|["'‘“]([\w.:#-]{1,60})["'’”]/g)) {
    quoted.add((tag?.slice(tag.indexOf(':') + 1) ?? word ?? '').toLowerCase());
  }
  const pointers = prose.split(/[.!?]\s/).filter((sentence) => /\bconsiderations?\b|\bsee (?:also )?XEP-/i.test(sentence)).flatMap((sentence) => [...sentence.matchAll(/\bXEP-(\d{4})\b/g)].map((match) => match[1] ?? ''));
  const words = wordsOf(prose);
  return { words: ` ${words} `, vocabulary: new Set(words.split(' ')), quoted, pointers };
}

function speaksOf(text: Text, category: Category, names: readonly Named[]): boolean {
  const words = (category.unless ?? []).reduce((rest, phrase) => rest.replaceAll(` ${phrase} `, ' '), text.words);
  return (category.phrases ?? category.terms.map((term) => `${wordsOf(term)}*`)).some((phrase) => mayHave(text.vocabulary, phrase) && hasPhrase(words, phrase)) || names.some((name) => isNamed(text, name));
}

/** Whether the considerations of another XEP, said to apply, are about the category: that XEP brings it too. */
function pointsTo({ pointers }: Text, category: string, dataset: Dataset): boolean {
  return pointers.some((number) => dataset.entries.get(number)?.carriers.some((carrier) => carrier.category === category));
}

/** Whether the first word of a phrase is there. Beginnings of words have to be looked for in the text. */
function mayHave(vocabulary: ReadonlySet<string>, phrase: string): boolean {
  const space = phrase.indexOf(' ');
  return space > 0 ? vocabulary.has(phrase.slice(0, space)) : phrase.endsWith('*') || vocabulary.has(phrase) || vocabulary.has(`${phrase}s`) || vocabulary.has(`${phrase}es`);
}

/** A phrase stands at the beginning of a word; one that ends in `*` is the beginning of longer ones, any other has at most a plural behind it. */
export function hasPhrase(words: string, phrase: string): boolean {
  const isStem = phrase.endsWith('*');
  const start = ` ${isStem ? phrase.slice(0, -1) : phrase}`;
  for (let at = words.indexOf(start); at >= 0; at = words.indexOf(start, at + 1)) {
    const tail = words.slice(at + start.length, at + start.length + 3);
    if (isStem || tail.startsWith(' ') || tail.startsWith('s ') || tail === 'es ') {
      return true;
    }
  }
  return false;
}

/** Names that are words of the language, or of every protocol: only in quotes do they name an element. */
const ordinary: ReadonlySet<string> = new Set((
  'about accept action activate active activity address after allow always and attribute author ban before block body by challenge change client code '
  + 'comment content continue count creator data date decline default delete desc description detail details domain done edit element encrypted end entry '
  + 'error event expire feature field file finished flag for form format forward from get group hash header host id image index info information invite item '
  + 'join key kick label lang language last leave level limit link list local log mark marker max members mentions message meta method min mode more move '
  + 'moved name never new node none not note notes null num number old only open option options order other owner page param part participant password path '
  + 'payload port position private process profile proof property public publish query range reason receive recipient record reference reject relay remote '
  + 'remove reply report request required resource response result revoke role rule search secret section send sender server service session set setup sign '
  + 'signature size source stamp start state status stop store stream string subject subscribe tag target terminate text thing time timestamp title to token '
  + 'total transport trust type update uploading uri url use user username using value var version via view who with year'
).split(' '));

function isNamed({ words, vocabulary, quoted }: Text, { element, attribute, field, alone }: Named): boolean {
  return [field?.var ?? attribute ?? element, ...!field && alone ? [element] : []].some((one) => {
    if (quoted.has(one.toLowerCase())) {
      return true;
    }
    const spoken = wordsOf(one);
    return spoken.length > 2 && !ordinary.has(spoken) && mayHave(vocabulary, spoken) && hasPhrase(words, spoken);
  });
}

/** Lower-case words with one space between them: what phrases are looked for in, a space put before and behind. */
export function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9\u00aa-\uffff]+/g, ' ').trim();
}

function carriedBy(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Named[]> {
  const carried = new Map<string, Named[]>();
  const own = carriers.filter((carrier) => carrier.own && !carrier.baseline);
  const categories = new Map<string, string>();
  for (const { element, category } of own) {
    categories.set(element, categories.get(element) === undefined || categories.get(element) === category ? category : '');
  }
  for (const { element, attribute, field, category } of own) {
    const names = carried.get(category) ?? [];
    names.push({ element, attribute, field, alone: categories.get(element) === category });
    carried.set(category, names);
  }
  return carried;
}
