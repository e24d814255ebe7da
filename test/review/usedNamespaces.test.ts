// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { usedNamespaces, type UsedNamespaces } from '../../server/src/review/usedNamespaces.ts';
import { passingFragments, readXep } from '../../server/src/xep/index.ts';
import { exampleSection, xepSource } from '../support/xepSource.ts';

const used = (...examples: readonly string[]): UsedNamespaces => usedNamespaces(readXep(xepSource({ body: examples.map(exampleSection).join('') })), passingFragments());
const form = (type: string): string => `<x xmlns='jabber:x:data'><field var='FORM_TYPE'>${type}</field><field var='guest'><value>urn:no</value></field><thing var='FORM_TYPE'><value>urn:no</value></thing></x>`;

suite('what the examples of a document use', () => {
  test('are namespaces of elements, not those that are only declared', () => {
    assert.deepEqual([...used("<iq><a xmlns='urn:a' xmlns:n='urn:n'/></iq>", "<b xmlns='urn:b'/>").namespaces], ['jabber:client', 'urn:a', 'urn:b']);
  });

  test('are form types that forms show, and those that snippets define', () => {
    const { shownForms, formTypes } = used(form('<value>urn:form</value>'), form('<value>urn:form</value>'), form(''), '<form_type><name>urn:defined</name><field var="guest"/></form_type><form_type><name>urn:other</name><field var="a"/><field var="b"/></form_type>');
    assert.deepEqual([shownForms, formTypes], [['urn:form', ''], ['urn:defined', 'urn:other']]);
  });

  test('are prefixes with their first declaration, as it is meant', () => {
    assert.deepEqual([...used("<p:a xmlns:p=' urn:one '><p:b xmlns:p='urn:two' xmlns='urn:none' n='urn:no'/></p:a>", "<p:c xmlns:p='urn:three'/><q:d xmlns:q='urn:q'/>").prefixes], [['p', 'urn:one'], ['q', 'urn:q']]);
  });

  test('are names that stand without a namespace, with the namespaces that they have elsewhere', () => {
    const { lost } = used('<pick/><hut/>', "<pick xmlns='urn:a'/><pick xmlns='urn:b'/><other xmlns='urn:a'/>", "<pick xmlns='urn:a'/>");
    assert.deepEqual([...lost], [['pick', ['urn:a', 'urn:b']], ['hut', []]]);
    assert.deepEqual([...used("<pick xmlns='urn:a'/>").lost], []);
  });
});
