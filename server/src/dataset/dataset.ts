// SPDX-License-Identifier: MIT
import { documentEntries, entryKey, type DocumentId } from './documentEntry.ts';
import type { CarrierRecord, Category, Condition, DatasetSource, Entry, OrderedProcessing, Processing, Sensitivity } from './entry.ts';
import { namespaceFamily } from './family.ts';
import { learnLexicon, type Lexicon } from './lexicon.ts';
import { namespaceFinder } from './nearNamespace.ts';
import { ruleBook } from './rules.ts';

type Always = 'subject' | 'recipients' | 'retention' | 'mitigations' | 'rights' | 'flags';

/** A judgement that an element, attribute or form field may carry personal data. */
export interface CarrierVerdict extends Required<Pick<Processing, Always>>, Omit<Processing, Always> {
  readonly kind: 'carrier';
  readonly category: string;
  readonly also: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly note: string;
  /** Section that the verdict rests on. */
  readonly source: string;
  /** Key of the entry that says so. */
  readonly entry: string;
  readonly when?: Condition;
}

/** A judgement that it does not: it only wraps carriers, is a switch, or looks like personal data and is none. */
export interface OtherVerdict {
  readonly kind: 'container' | 'control' | 'not-personal';
  readonly note: string;
  readonly entry: string;
  readonly when?: Condition;
}

export type Verdict = CarrierVerdict | OtherVerdict;

/** The compiled dataset. Look-ups give verdicts in the order in which they are to be asked: the first whose condition holds decides. */
export interface Dataset {
  readonly version: string;
  readonly categories: ReadonlyMap<string, Category>;
  /** By key: a XEP's number, `core`, or `inbox/NAME`. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The entry of a document, found by its number or, while it has none of its own, by the title of a ProtoXEP. */
  entryOf(document: DocumentId): Entry | undefined;
  /** Verdicts on an element (`attribute` null) or attribute, as they hold in the document whose entry has this key (`''` for one without an entry). */
  verdicts(namespace: string, element: string, attribute: string | null, document: string): readonly Verdict[];
  fieldVerdicts(formType: string | null, name: string, document: string): readonly Verdict[];
  /** Namespaces in which an element of this name is judged to wrap carriers, as the XEP that defines it writes them. */
  wrappers(element: string): readonly string[];
  /** Whether some entry defines the namespace, in any version. */
  knows(namespace: string): boolean;
  /** A namespace of some entry that this unknown one misses by a few characters, or undefined. */
  nearNamespace(namespace: string): string | undefined;
  /** Keys of the entries that define the namespace, XEPs' numbers first, lowest first. */
  owners(namespace: string): readonly string[];
  formTypeOwners(formType: string): readonly string[];
  /** The entry of the XEP with this title, in whatever case. */
  entryByTitle(title: string): Entry | undefined;
  /** What the verdicts teach about names. Learned at the first call. */
  lexicon(): Lexicon;
  /** What the document whose entry has this key orders to be done with data of others, by carrier family key. */
  processing(document: string, namespace: string, element: string, attribute: string | null): OrderedProcessing | undefined;
}

const none: readonly Verdict[] = [];

/** The real XEPs ask some 30,000 different questions. */
const answerLimit = 200_000;

export function compileDataset(source: DatasetSource): Dataset {
  const categories = new Map(source.categories.map((category) => [category.id, category]));
  const entries = new Map<string, Entry>();
  const owners = new Map<string, string[]>();
  const formOwners = new Map<string, string[]>();
  const rules = ruleBook();
  const familyOf = memo(namespaceFamily);
  const orders = new Map<string, OrderedProcessing>();

  const sorted = source.entries.map((entry) => ({ key: entryKey(entry), entry })).sort((one, other) => (one.key < other.key ? -1 : 1));
  for (const { key, entry } of sorted) {
    entries.set(key, entry);
    const namespaces = new Set(entry.namespaces.map(familyOf));
    const formTypes = new Set(entry.formTypes.map(familyOf));
    namespaces.forEach((family) => register(owners, family, key));
    formTypes.forEach((family) => register(formOwners, family, key));
    // Everywhere else, what a XEP says of its namespace comes before what a ProtoXEP says of the same: the last state of a proposal before its first.
    const speaksForAll = (family: string, defined: ReadonlySet<string>, of: ReadonlyMap<string, readonly string[]>): boolean => defined.has(family) && (entry.protoxep === undefined || of.get(family)?.[0] === key);
    const place = (judged: { readonly in?: string; readonly form?: string | null; readonly match: readonly string[] }, verdict: () => Verdict): void => {
      const isForm = judged.form !== undefined;
      const family = familyOf((isForm ? judged.form : judged.in) ?? '');
      const global = isForm ? judged.form !== null && speaksForAll(family, formTypes, formOwners) : speaksForAll(family, namespaces, owners);
      rules.place(global ? '' : key, isForm ? 'form' : '', family, judged.match, verdict);
    };
    for (const record of entry.carriers) {
      place(record, () => carrierVerdict(record, entry, key, categories, source.notes));
    }
    for (const record of entry.containers) {
      place(record, () => other('container', '', key, record.when));
    }
    for (const record of entry.controls) {
      place(record, () => other('control', record.note ?? '', key, record.when));
    }
    for (const record of entry.notPersonal) {
      place(record, () => other('not-personal', record.why, key, record.when));
    }
    for (const order of entry.processing ?? []) {
      const [namespace = '', name = ''] = order.of.split(' ');
      orders.set(`${key}|${familyOf(namespace)}|${name}`, order);
    }
  }

  /** Forgets what was asked when it grows beyond all documents: names come from texts that somebody types. */
  let asked = 0;
  const ask = (names: () => readonly Verdict[]): readonly Verdict[] => {
    if (++asked > answerLimit) {
      asked = 0;
      answers.clear();
      fieldAnswers.clear();
    }
    return names();
  };
  /** Answers so far, by document (`''` for all those without rules of their own), namespace and element. */
  const answers = new Map<string, Map<string, Map<string, ElementAnswers>>>();
  const answersFor = (document: string, namespace: string, element: string): ElementAnswers => {
    const ofDocument = entryOf(answers, document, () => new Map<string, Map<string, ElementAnswers>>());
    const ofNamespace = entryOf(ofDocument, namespace, () => new Map<string, ElementAnswers>());
    return entryOf(ofNamespace, element, () => ({ itself: undefined, attributes: new Map() }));
  };

  const fieldAnswers = new Map<string, Map<string | null, Map<string, readonly Verdict[]>>>();

  let finder: ReturnType<typeof namespaceFinder> | undefined;
  const nearest = memo((namespace) => (finder ??= namespaceFinder([...entries.values()].flatMap((entry) => entry.namespaces)))(namespace) ?? '');
  const nearNamespace = (namespace: string): string | undefined => (owners.has(familyOf(namespace)) ? undefined : nearest(namespace) || undefined);

  let lexicon: Lexicon | undefined;
  let titles: Map<string, Entry> | undefined;
  let wrappers: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    version: source.version,
    categories,
    entries,
    entryOf: documentEntries(entries),
    verdicts(namespace, element, attribute, document) {
      const scope = rules.hasOwn(document) ? document : '';
      const known = answersFor(scope, namespace, element);
      if (attribute === null) {
        known.itself ??= ask(() => rules.find('', familyOf(namespace), scope, [element, '*']));
        return known.itself;
      }
      return entryOf(known.attributes, attribute, () => ask(() => rules.find('', familyOf(namespace), scope, [`${element}@${attribute}`, `*@${attribute}`, `${element}@*`, '*@*'])));
    },
    fieldVerdicts(formType, name, document) {
      const scope = rules.hasOwn(document) ? document : '';
      const ofForm = entryOf(entryOf(fieldAnswers, scope, () => new Map<string | null, Map<string, readonly Verdict[]>>()), formType, () => new Map<string, readonly Verdict[]>());
      return entryOf(ofForm, name, () => ask(() => {
        const named = formType === null ? none : rules.find('form', familyOf(formType), scope, [name, '*']);
        return named.length > 0 || scope === '' ? named : rules.find('form', '', scope, [name, '*']);
      }));
    },
    entryByTitle(title) {
      titles ??= new Map([...entries.values()].reverse().map((entry) => [entry.title.toLowerCase(), entry]));
      return titles.get(title.toLowerCase());
    },
    wrappers: (element) => (wrappers ??= wrappersIn(entries.values(), familyOf)).get(element) ?? [],
    lexicon: () => (lexicon ??= learnLexicon(entries.values(), categories.values())),
    knows: (namespace) => owners.has(familyOf(namespace)),
    nearNamespace,
    owners: (namespace) => owners.get(familyOf(namespace)) ?? [],
    formTypeOwners: (formType) => formOwners.get(familyOf(formType)) ?? [],
    processing: (document, namespace, element, attribute) => orders.get(`${document}|${familyOf(namespace)}|${element}${attribute === null ? '' : `@${attribute}`}`),
  };
}

/** For each container's name the namespaces in which it wraps, as the entries that define these write them. */
function wrappersIn(entries: Iterable<Entry>, familyOf: (namespace: string) => string): ReadonlyMap<string, readonly string[]> {
  const wrappers = new Map<string, string[]>();
  for (const entry of entries) {
    const namespaces = new Set(entry.namespaces.map(familyOf));
    for (const { in: home, match } of entry.containers) {
      if (home !== undefined && namespaces.has(familyOf(home))) {
        match.forEach((name) => register(wrappers, name, home));
      }
    }
  }
  return wrappers;
}

interface ElementAnswers {
  itself: readonly Verdict[] | undefined;
  readonly attributes: Map<string, readonly Verdict[]>;
}

/** The value of a key, made when it is first asked for. Keys are parts of documents, which a part that is kept would keep in memory as wholes: their copies are kept. */
function entryOf<Key extends string | null, Value>(map: Map<Key | string, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key === null ? key : ` ${key}`.slice(1), value);
  }
  return value;
}

function memo(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (known.size > answerLimit) {
      known.clear();
    }
    return entryOf(known, text, () => compute(text));
  };
}

function register(map: Map<string, string[]>, family: string, key: string): void {
  const list = map.get(family);
  if (list) {
    list.push(key);
  } else {
    map.set(family, [key]);
  }
}

function other(kind: OtherVerdict['kind'], note: string, entry: string, when: Condition | undefined): OtherVerdict {
  return when ? { kind, note, entry, when } : { kind, note, entry };
}

function carrierVerdict(record: CarrierRecord, entry: Entry, key: string, categories: ReadonlyMap<string, Category>, notes: Readonly<Record<string, string>>): CarrierVerdict {
  const { in: _in, form: _form, match: _match, sharedNote, note, ...rest } = record;
  const merged = { ...entry.defaults, ...rest };
  return {
    ...merged,
    kind: 'carrier',
    also: record.also ?? [],
    sensitivity: record.sensitivity ?? categories.get(record.category)?.sensitivity ?? 'medium',
    subject: merged.subject ?? ['user'],
    recipients: merged.recipients ?? [],
    retention: merged.retention ?? 'unspecified',
    mitigations: merged.mitigations ?? [],
    rights: merged.rights ?? [],
    flags: merged.flags ?? [],
    note: note ?? (sharedNote === undefined ? '' : notes[sharedNote] ?? ''),
    entry: key,
  };
}
