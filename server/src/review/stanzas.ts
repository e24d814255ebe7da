// SPDX-License-Identifier: MIT
import type { Verdict } from '../dataset/index.ts';
import { isNamespaceAttribute } from '../xep/index.ts';
import { attributeValue, nameSpan, walkElements, type Span, type XmlAttribute, type XmlElement, type XmlTree } from '../xml/index.ts';
import { baselineVerdict, isBaseline } from './baseline.ts';
import { decide } from './condition.ts';
import { firstValue, textOf } from './elementText.ts';
import { addFound, carrierId, formsNamespace, isXmlName, noNames, noteValue, unjudgedIn, type Name, type Names, type Unjudged, type Witness } from './found.ts';
import type { Judge } from './judge.ts';
import type { FieldKey, Sighting } from './record.ts';
import { strayAttributes } from './strayAttributes.ts';
import { wayOf } from './way.ts';

/** Finds the names in an example. Spans are those of the example's own text. */
export function readStanzas(tree: XmlTree, judge: Judge, witness?: Witness): Names {
  const names = noNames();
  const forms = loneForms(tree);
  walkElements(tree.nodes, (element) => {
    if (element.namespace === formsNamespace && element.localName === 'x') {
      readForm(element, tree, names, judge, witness);
    } else if (element.localName === 'field' && (element.namespace === '' || element.namespace === 'jabber:client')) {
      readLoneField(element, forms, tree, names, judge, witness);
    }
    const namespace = readElement(element, tree, names, judge, witness);
    for (const attribute of element.attributes) {
      if (!attribute.name.startsWith('xmlns:') && !isNamespaceAttribute(attribute.name)) {
        readAttribute(namespace, element, attribute, names, judge, witness);
      }
    }
    for (const attribute of strayAttributes(element, tree.text)) {
      readAttribute(namespace, element, attribute, names, judge, witness);
    }
    return true;
  });
  return names;
}

/** Gives the namespace that the element is judged in. */
function readElement(element: XmlElement, tree: XmlTree, names: Names, judge: Judge, witness: Witness | undefined): string {
  const { namespace, verdicts } = judge.element(element);
  const name: Name = { namespace, element: element.localName, attribute: null, field: null };
  witness?.(name, verdicts.length > 0, 'example', () => nameSpan(element));
  if (verdicts.length > 0) {
    const value = verdicts.some((one) => one.when?.shape !== undefined) ? textOf(element, tree.text) : '';
    addIfCarrier(names, name, verdicts, decide(verdicts, element, value), shown(nameSpan(element)));
  } else if (judge.isOpen(namespace) && isXmlName(element.localName)) {
    const unjudged = unjudgedIn(names, name);
    unjudged.sightings.push(shown(nameSpan(element)));
    const text = textOf(element, tree.text);
    unjudged.wraps ||= element.children.some((child) => child.kind === 'element');
    unjudged.hasText ||= /[^\s.]/.test(text);
    noteValue(unjudged, text);
    notePlace(unjudged, element);
  }
  return namespace;
}

function readAttribute(namespace: string, element: XmlElement, attribute: XmlAttribute, names: Names, judge: Judge, witness: Witness | undefined): void {
  const attributeName = attribute.name.startsWith('xml:') ? attribute.name : attribute.localName;
  const name: Name = { namespace, element: element.localName, attribute: attributeName, field: null };
  if (isBaseline(namespace, element.localName, attributeName)) {
    const verdict = judge.seesAddressing ? baselineVerdict(attributeName, attribute.value, judge.dataset) : undefined;
    if (verdict) {
      addFound(names, name, verdict, true, shown(attribute));
    }
    return;
  }
  const verdicts = judge.name(namespace, element.localName, attributeName);
  // A word without a value is a slip of the pen or a gap ("..."), not an attribute.
  const hasValue = attribute.valueStart > attribute.nameEnd;
  if (hasValue) {
    witness?.(name, verdicts.length > 0, 'example', () => attribute);
  }
  if (verdicts.length > 0) {
    addIfCarrier(names, name, verdicts, decide(verdicts, element, attribute.value), shown(attribute));
  } else if (hasValue && judge.isOpen(namespace) && isXmlName(attributeName)) {
    const unjudged = unjudgedIn(names, name);
    unjudged.sightings.push(shown(attribute));
    noteValue(unjudged, attribute.value);
    notePlace(unjudged, element);
  }
}

function readForm(form: XmlElement, tree: XmlTree, names: Names, judge: Judge, witness: Witness | undefined): void {
  const fields: XmlElement[] = [];
  let formType: string | null = null;
  walkElements(form.children, (element) => {
    if (element.localName !== 'field') {
      // A form in a form has its own turn.
      return element.namespace === formsNamespace && element.localName !== 'x';
    }
    if (attributeValue(element, 'var') === 'FORM_TYPE') {
      formType = firstValue(element, tree.text) ?? formType;
    } else {
      fields.push(element);
    }
    return false;
  });
  for (const field of fields) {
    readNamedField(field, () => formType, tree, names, judge, witness);
  }
}

/** A field shown without the form around it, or in a form that lost its namespace. */
function readLoneField(field: XmlElement, forms: LoneForms, tree: XmlTree, names: Names, judge: Judge, witness: Witness | undefined): void {
  if (attributeValue(field, 'var') !== 'FORM_TYPE') {
    const formType = forms(field.parent);
    readNamedField(field, (name) => formType ?? judge.formOf(name), tree, names, judge, witness);
  }
}

/** Tells the form type of the fields below an element that is no form (`null`: those at the top); looked for once, however many fields there are. */
type LoneForms = (parent: XmlElement | null) => string | undefined;

function loneForms(tree: XmlTree): LoneForms {
  const known = new Map<XmlElement | null, string | undefined>();
  return (parent) => {
    if (!known.has(parent)) {
      const hidden = (parent?.children ?? tree.nodes).find((one) => one.kind === 'element' && attributeValue(one, 'var') === 'FORM_TYPE');
      known.set(parent, hidden?.kind === 'element' ? firstValue(hidden, tree.text) : undefined);
    }
    return known.get(parent);
  };
}

function readNamedField(field: XmlElement, formTypeOf: (name: string) => string | null, tree: XmlTree, names: Names, judge: Judge, witness: Witness | undefined): void {
  const name = field.attributes.find((attribute) => attribute.name === 'var');
  if (name && name.value !== '') {
    const key = name.value.trim();
    readField({ formType: formTypeOf(key), var: key }, field, tree, shown({ start: name.valueStart, end: name.valueEnd }), names, judge, witness);
  }
}

function readField(key: FieldKey, element: XmlElement, tree: XmlTree, sighting: Sighting, names: Names, judge: Judge, witness: Witness | undefined): void {
  const value = firstValue(element, tree.text) ?? '';
  const verdicts = judge.field(key);
  const name: Name = { namespace: formsNamespace, element: 'field', attribute: null, field: key };
  witness?.(name, verdicts.length > 0, 'example', () => sighting.span);
  if (verdicts.length > 0) {
    addIfCarrier(names, name, verdicts, decide(verdicts, element, value), sighting);
  } else if (judge.isOpenForm(key.formType)) {
    const unjudged = unjudgedIn(names, name);
    unjudged.sightings.push(sighting);
    noteValue(unjudged, value);
    unjudged.types.add(attributeValue(element, 'type') ?? '');
    const way = wayOf(element);
    if (way !== undefined) {
      unjudged.ways.add(way);
    }
  }
}

function addIfCarrier(names: Names, name: Name, verdicts: readonly Verdict[], verdict: Verdict | undefined, sighting: Sighting): void {
  if (verdict?.kind === 'carrier') {
    addFound(names, name, verdict, false, sighting);
  } else if (verdicts.some(({ kind }) => kind === 'carrier')) {
    names.passed.add(carrierId(name.namespace, name.element, name.attribute, name.field));
  }
}

function notePlace({ parents, ways }: Unjudged, element: XmlElement): void {
  if (element.parent) {
    parents.add(element.parent.localName);
  }
  const way = wayOf(element);
  if (way !== undefined) {
    ways.add(way);
  }
}

function shown({ start, end }: Span): Sighting {
  return { where: 'example', span: { start, end } };
}
