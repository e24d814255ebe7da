// SPDX-License-Identifier: MIT
import type { Role } from './deployment.ts';
import type { PlainElement } from './plainXml.ts';
import type { ReadSource } from './readSource.ts';

/** Categories of identities (XMPP Registrar) that services have; an account's own answer is given by its server. */
const services: ReadonlySet<string> = new Set(['server', 'account', 'component', 'conference', 'directory', 'gateway', 'headline', 'proxy', 'pubsub', 'store', 'collaboration', 'hierarchy', 'auth']);

/** Whether these are the elements of an answer to service discovery (XEP-0030). */
export function isDisco(elements: readonly PlainElement[]): boolean {
  return elements.some(({ name, children }) => name === 'query' && children.some((child) => child.name === 'feature' || child.name === 'identity'));
}

/** What a service or client answers; several answers in one file are taken together. */
export function readDisco(elements: readonly PlainElement[]): ReadSource {
  const answers = elements.filter(({ name }) => name === 'query').flatMap(({ children }) => children);
  const identities = answers.filter(({ name }) => name === 'identity');
  const features = answers.filter(({ name }) => name === 'feature').map(({ attributes, line }) => ({ feature: attributes['var'] ?? '', line }));
  const forms = answers.filter(({ name, children }) => name === 'x' && children.some((child) => child.name === 'field')).map((form) => {
    const fields = form.children.filter(({ name }) => name === 'field').map(({ attributes, children }) => ({ var: attributes['var'] ?? '', values: children.filter(({ name }) => name === 'value').map(({ text }) => text) }));
    return { formType: fields.find((field) => field.var === 'FORM_TYPE')?.values[0] ?? '', fields: fields.filter((field) => field.var !== 'FORM_TYPE'), line: form.line };
  });
  const named = features.filter(({ feature }) => feature !== '');
  return {
    kind: 'disco', role: roleOf(identities.map(({ attributes }) => attributes['category'] ?? '')),
    title: identities.map(({ attributes }) => attributes['name'] ?? '').find((name) => name !== '') ?? '',
    mentions: [], forms: forms.map(({ formType, fields }) => ({ formType, fields })),
    // A form speaks for its XEP as a feature does.
    features: distinct([...named, ...forms.filter(({ formType }) => formType !== '').map(({ formType, line }) => ({ feature: formType, line }))]),
    identities: identities.map(({ attributes, line }) => ({ feature: `identity:${attributes['category'] ?? ''}/${attributes['type'] ?? ''}`, line })),
    flaws: features.filter(({ feature }) => feature === '').map(({ line }) => ({ code: 'garbage', what: '<feature/>', line })),
  };
}

function roleOf(categories: readonly string[]): Role {
  return categories.some((category) => services.has(category)) ? 'server' : categories.includes('client') ? 'client' : 'unknown';
}

function distinct(features: ReadSource['features']): ReadSource['features'] {
  return [...new Map([...features].reverse().map((one) => [one.feature, one])).values()].reverse();
}
