// SPDX-License-Identifier: MIT
import type { CarrierVerdict, Dataset, Verdict } from '../dataset/index.ts';
import { isNamespaceAttribute, readFieldRows, readRegistry, type Declaration, type FragmentCache, type XepBlock, type XepDocument } from '../xep/index.ts';
import { attributeValue, nameSpan, type Span, type XmlAttribute, type XmlElement, type XmlTree } from '../xml/index.ts';
import { walkElements } from '../xml/index.ts';
import { baselineVerdict, isBaseline } from './baseline.ts';
import { decide, decideWithoutValue } from './condition.ts';
import { firstValue, textOf } from './elementText.ts';
import { carrierId, descriptionLanguages, formsNamespace, type Found, type Unjudged } from './found.ts';
import type { FieldKey, Sighting, Where } from './record.ts';
import type { OwnVocabulary } from './vocabulary.ts';

export interface Collection {
  readonly found: ReadonlyMap<string, Found>;
  readonly unjudged: ReadonlyMap<string, Unjudged>;
}

const valueLimit = 8;
const noVerdicts: readonly Verdict[] = [];

/** A schema, DTD or registrar snippet read in its block. */
export interface DeclaredBlock {
  readonly block: XepBlock;
  readonly declarations: readonly Declaration[];
}

/** Told of every name that a document uses or declares, where it stands, and whether the dataset has a verdict on it. */
export type Witness = (name: Name, judged: boolean, where: Where, span: () => Span) => void;

/** What a verdict is about. */
export type Name = Pick<Found, 'namespace' | 'element' | 'attribute' | 'field'>;

/** Finds every carrier of a document: in examples, schemas, registrar snippets and field tables. */
export function collect(document: XepDocument, declared: readonly DeclaredBlock[], own: OwnVocabulary, prefixes: ReadonlyMap<string, string>, dataset: Dataset, fragments: FragmentCache, witness?: Witness): Collection {
  const collector = new Collector(own, prefixes, dataset, witness);
  for (const block of document.blocks) {
    if (block.kind === 'stanzas' || block.kind === 'http' || block.kind === 'text' || block.kind === 'json') {
      if (block.content.text.includes('<')) {
        collector.stanzas(fragments.get(block.content.text), block);
      }
    } else if (block.kind === 'registry') {
      collector.registry(fragments.get(block.content.text), block);
    }
  }
  for (const { block, declarations } of declared) {
    collector.declarations(declarations, block);
  }
  collector.fieldRows(document);
  return collector;
}

class Collector implements Collection {
  readonly found = new Map<string, Found>();
  readonly unjudged = new Map<string, Unjudged>();
  readonly #own: OwnVocabulary;
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #dataset: Dataset;
  readonly #witness: Witness | undefined;

  constructor(own: OwnVocabulary, prefixes: ReadonlyMap<string, string>, dataset: Dataset, witness: Witness | undefined) {
    this.#own = own;
    this.#prefixes = prefixes;
    this.#dataset = dataset;
    this.#witness = witness;
  }

  #tell(namespace: string, element: string, attribute: string | null, field: FieldKey | null, verdicts: readonly Verdict[], where: Where, span: () => Span): void {
    this.#witness?.({ namespace, element, attribute, field }, verdicts.length > 0, where, span);
  }

  stanzas(tree: XmlTree, block: XepBlock): void {
    walkElements(tree.nodes, (element) => {
      if (element.namespace === formsNamespace && element.localName === 'x') {
        this.#form(element, tree, block);
      }
      this.#element(element, tree, block);
      return true;
    });
  }

  #element(element: XmlElement, tree: XmlTree, block: XepBlock): void {
    const name = element.localName;
    const { namespace, verdicts } = this.#judge(element);
    this.#tell(namespace, name, null, null, verdicts, 'example', () => block.content.toSource(element.start + 1, element.start + 1 + element.name.length));
    if (verdicts.length > 0) {
      const verdict = decide(verdicts, element, verdicts.some((one) => one.when?.shape !== undefined) ? textOf(element, tree.text) : '');
      if (verdict?.kind === 'carrier') {
        this.#add(namespace, name, null, null, verdict, false, this.#sight(block, 'example', nameSpan(element)));
      }
    } else {
      this.#unjudgedElement(namespace, element, tree, block);
    }
    for (const attribute of element.attributes) {
      if (attribute.name.startsWith('xmlns:') || isNamespaceAttribute(attribute.name)) {
        continue;
      }
      this.#attribute(namespace, element, attribute, block);
    }
  }

  #attribute(namespace: string, element: XmlElement, attribute: XmlAttribute, block: XepBlock): void {
    const attributeName = attribute.name.startsWith('xml:') ? attribute.name : attribute.localName;
    if (isBaseline(namespace, element.localName, attributeName)) {
      const verdict = baselineVerdict(attributeName, attribute.value, this.#dataset);
      if (verdict) {
        this.#add(namespace, element.localName, attributeName, null, verdict, true, this.#sight(block, 'example', attribute));
      }
      return;
    }
    const verdicts = this.#dataset.verdicts(namespace, element.localName, attributeName, this.#own.number);
    // A word without a value is a slip of the pen or a gap ("..."), not an attribute.
    if (attribute.valueStart > attribute.nameEnd) {
      this.#tell(namespace, element.localName, attributeName, null, verdicts, 'example', () => block.content.toSource(attribute.start, attribute.end));
    }
    if (verdicts.length > 0) {
      const verdict = decide(verdicts, element, attribute.value);
      if (verdict?.kind === 'carrier') {
        this.#add(namespace, element.localName, attributeName, null, verdict, false, this.#sight(block, 'example', attribute));
      }
    } else if (this.#isOpen(namespace)) {
      const unjudged = this.#unjudged(namespace, element.localName, attributeName, null);
      unjudged.sightings.push(this.#sight(block, 'example', attribute));
      note(unjudged, attribute.value, element.parent?.localName);
    }
  }

  /** The namespace that an element is judged in: its own, or the one that it lost. */
  #judge(element: XmlElement): { readonly namespace: string; readonly verdicts: readonly Verdict[] } {
    const prefix = element.namespace === '' ? element.name.slice(0, -element.localName.length - 1) : '';
    const lost = prefix === '' ? undefined : this.#prefixes.get(prefix);
    if (lost !== undefined) {
      return { namespace: lost, verdicts: this.#dataset.verdicts(lost, element.localName, null, this.#own.number) };
    }
    const own = this.#dataset.verdicts(element.namespace, element.localName, null, this.#own.number);
    const inherits = element.namespace === '' || element.parent?.namespace === element.namespace;
    if (inherits && (own.length === 0 || element.namespace === '')) {
      const home = this.#own.home(element.localName);
      if (home !== undefined && home !== element.namespace) {
        const there = this.#dataset.verdicts(home, element.localName, null, this.#own.number);
        return { namespace: home, verdicts: there };
      }
    }
    return { namespace: element.namespace, verdicts: own };
  }

  #unjudgedElement(namespace: string, element: XmlElement, tree: XmlTree, block: XepBlock): void {
    if (!this.#isOpen(namespace)) {
      return;
    }
    const unjudged = this.#unjudged(namespace, element.localName, null, null);
    unjudged.sightings.push(this.#sight(block, 'example', nameSpan(element)));
    const text = textOf(element, tree.text);
    unjudged.wraps ||= element.children.some((child) => child.kind === 'element');
    unjudged.hasText ||= /[^\s.]/.test(text);
    note(unjudged, text, element.parent?.localName);
  }

  #form(form: XmlElement, tree: XmlTree, block: XepBlock): void {
    const fields: XmlElement[] = [];
    let formType: string | null = null;
    walkElements(form.children, (element) => {
      if (element.localName !== 'field') {
        return element.namespace === formsNamespace;
      }
      if (attributeValue(element, 'var') === 'FORM_TYPE') {
        formType = firstValue(element, tree.text) ?? formType;
      } else {
        fields.push(element);
      }
      return false;
    });
    for (const field of fields) {
      const name = field.attributes.find((attribute) => attribute.name === 'var');
      if (name && name.value !== '') {
        this.#field({ formType, var: name.value.trim() }, field, tree, this.#sight(block, 'example', { start: name.valueStart, end: name.valueEnd }));
      }
    }
  }

  #field(key: FieldKey, element: XmlElement, tree: XmlTree, sighting: Sighting): void {
    const value = firstValue(element, tree.text) ?? '';
    const verdicts = this.#fieldVerdicts(key);
    this.#tell(formsNamespace, 'field', null, key, verdicts, 'example', () => sighting.span);
    if (verdicts.length > 0) {
      const verdict = decide(verdicts, element, value);
      if (verdict?.kind === 'carrier') {
        this.#add(formsNamespace, 'field', null, key, verdict, false, sighting);
      }
      return;
    }
    if (!this.#isOpenForm(key.formType)) {
      return;
    }
    const unjudged = this.#unjudged(formsNamespace, 'field', null, key);
    unjudged.sightings.push(sighting);
    note(unjudged, value, undefined);
    unjudged.types.add(attributeValue(element, 'type') ?? '');
    unjudged.descriptions.push(attributeValue(element, 'label') ?? '');
  }

  /** By form type and name; a form without a form type falls back to the fields that this document defines. */
  #fieldVerdicts({ formType, var: name }: FieldKey): readonly Verdict[] {
    const direct = this.#dataset.fieldVerdicts(formType, name, this.#own.number);
    if (direct.length > 0) {
      return direct;
    }
    const local = this.#own.number === '' ? noVerdicts : this.#dataset.fieldVerdicts(null, name, this.#own.number);
    if (local.length > 0 || formType !== null) {
      return local;
    }
    for (const own of this.#own.formTypes) {
      const verdicts = this.#dataset.fieldVerdicts(own, name, this.#own.number);
      if (verdicts.length > 0) {
        return verdicts;
      }
    }
    return noVerdicts;
  }

  registry(tree: XmlTree, block: XepBlock): void {
    for (const definition of readRegistry(tree.text, tree)) {
      const key = { formType: definition.formType, var: definition.name };
      if (definition.name === 'FORM_TYPE') {
        continue;
      }
      const sighting = this.#sight(block, 'schema', definition.span);
      const verdicts = this.#fieldVerdicts(key);
      this.#tell(formsNamespace, 'field', null, key, verdicts, 'schema', () => sighting.span);
      if (verdicts.length > 0) {
        const verdict = decideWithoutValue(verdicts);
        if (verdict?.kind === 'carrier') {
          this.#add(formsNamespace, 'field', null, key, verdict, false, sighting);
        }
      } else if (this.#isOpenForm(key.formType)) {
        const unjudged = this.#unjudged(formsNamespace, 'field', null, key);
        unjudged.sightings.push(sighting);
        unjudged.types.add(definition.type);
        unjudged.descriptions.push(definition.label);
      }
    }
  }

  declarations(declarations: readonly Declaration[], block: XepBlock): void {
    for (const declaration of declarations) {
      const namespace = declaration.namespace ?? this.#own.dtdNamespace;
      const { element, attribute } = declaration;
      if (attribute !== null && isBaseline(namespace, element, attribute)) {
        continue;
      }
      const verdicts = this.#dataset.verdicts(namespace, element, attribute, this.#own.number);
      const sighting = this.#sight(block, 'schema', declaration.span);
      this.#tell(namespace, element, attribute, null, verdicts, 'schema', () => sighting.span);
      if (verdicts.length > 0) {
        const verdict = decideWithoutValue(verdicts);
        if (verdict?.kind === 'carrier') {
          this.#add(namespace, element, attribute, null, verdict, false, sighting);
        }
      } else if (this.#isOpen(namespace)) {
        const unjudged = this.#unjudged(namespace, element, attribute, null);
        unjudged.sightings.push(sighting);
        unjudged.types.add(declaration.enumeration.length > 0 ? 'enumeration' : declaration.type.slice(declaration.type.indexOf(':') + 1));
        unjudged.wraps ||= !declaration.simple;
      }
    }
  }

  /** Rows of field tables belong to what examples and schemas name too, or what the dataset knows as this document's own. */
  fieldRows(document: XepDocument): void {
    const rows = readFieldRows(document.text, document.tree, document.entities);
    if (rows.length === 0) {
      return;
    }
    const byName = new Map<string, { readonly sightings: Sighting[]; readonly descriptions?: string[] }>();
    for (const known of [...this.found.values(), ...this.unjudged.values()]) {
      if (known.field || this.#own.defines(known.namespace)) {
        byName.set(known.field?.var ?? known.attribute ?? known.element, known);
      }
    }
    for (const row of rows) {
      const known = byName.get(row.name);
      const sighting: Sighting = { where: 'fields', span: row.span };
      if (known) {
        known.sightings.push(sighting);
        known.descriptions?.push(row.description);
        continue;
      }
      for (const formType of this.#own.formTypes) {
        const verdict = decideWithoutValue(this.#dataset.fieldVerdicts(formType, row.name, this.#own.number));
        if (verdict?.kind === 'carrier') {
          this.#add(formsNamespace, 'field', null, { formType, var: row.name }, verdict, false, sighting);
          break;
        }
      }
      const home = this.#own.home(row.name);
      const verdict = home === undefined ? undefined : decideWithoutValue(this.#dataset.verdicts(home, row.name, null, this.#own.number));
      if (home !== undefined && verdict?.kind === 'carrier') {
        this.#add(home, row.name, null, null, verdict, false, sighting);
      }
    }
  }

  /** Whether inference may look at a namespace: nobody judged it, or this document defines it and was not judged in this version. */
  #isOpen(namespace: string): boolean {
    return namespace !== '' && namespace !== 'jabber:client' && !descriptionLanguages.has(namespace) && (this.#own.defines(namespace) ? !this.#own.settled : !this.#dataset.knows(namespace));
  }

  #isOpenForm(formType: string | null): boolean {
    return this.#own.definesForm(formType) ? !this.#own.settled : formType !== null && this.#dataset.formTypeOwners(formType).length === 0;
  }

  #sight(block: XepBlock, where: Where, span: Span): Sighting {
    return { where, span: block.content.toSource(span.start, span.end) };
  }

  #add(namespace: string, element: string, attribute: string | null, field: FieldKey | null, verdict: CarrierVerdict, baseline: boolean, sighting: Sighting): void {
    const key = carrierId(namespace, element, attribute, field);
    const known = this.found.get(key);
    if (known) {
      known.sightings.push(sighting);
    } else {
      this.found.set(key, { key, namespace, element, attribute, field, baseline, verdict, sightings: [sighting] });
    }
  }

  #unjudged(namespace: string, element: string, attribute: string | null, field: FieldKey | null): Unjudged {
    const key = carrierId(namespace, element, attribute, field);
    let unjudged = this.unjudged.get(key);
    if (!unjudged) {
      unjudged = { key, namespace, element, attribute, field, sightings: [], values: [], types: new Set(), descriptions: [], parents: new Set(), wraps: false, hasText: false };
      this.unjudged.set(key, unjudged);
    }
    return unjudged;
  }
}

function note(unjudged: Unjudged, value: string, parent: string | undefined): void {
  const text = value.trim();
  if (text !== '' && unjudged.values.length < valueLimit && !unjudged.values.includes(text)) {
    unjudged.values.push(text);
  }
  if (parent !== undefined) {
    unjudged.parents.add(parent);
  }
}
