// SPDX-License-Identifier: MIT
import { carrierName, namesInWords } from './carrierName.ts';
import type { Carrier } from './record.ts';

/** What a question is about. */
export type QuestionKind =
  | 'special-category' | 'purpose' | 'precision' | 'observers' | 'public' | 'network' | 'persistence' | 'retention' | 'erasure'
  | 'default' | 'automatic' | 'sharing' | 'services' | 'third-parties' | 'judged' | 'secrets' | 'content' | 'compromise' | 'surveillance' | 'copies' | 'misuse';

/** What a question is made of: the carriers' names, those concerned, and the forms of words that go with one name or several. */
export interface QuestionWords {
  readonly names: string;
  readonly is: 'is' | 'are';
  readonly it: 'it' | 'they';
  readonly them: 'it' | 'them';
  readonly does: 'does' | 'do';
  /** Ending of a verb. */
  readonly s: 's' | '';
  /** Recipients beyond the own server, or the empty string. */
  readonly reached: string;
  readonly services: string;
  /** Persons other than the sender. */
  readonly others: string;
}

export interface QuestionRule {
  readonly kind: QuestionKind;
  /** How much depends on the answer, before the category's own weight. */
  readonly weight: number;
  /** Whether the question is to be asked about a carrier. */
  readonly about: (carrier: Carrier) => boolean;
  readonly text: (words: QuestionWords) => string;
}

const recipientWords: ReadonlyMap<string, string> = new Map([
  ['peer-server', 'other servers'], ['contact', 'contacts'], ['occupants', 'room occupants'], ['subscribers', 'subscribers'], ['moderators', 'moderators'],
  ['component-or-gateway', 'components or gateways'], ['third-party-service', 'third-party services'], ['public', 'anyone'],
]);
const subjectWords: ReadonlyMap<string, string> = new Map([['contact', 'contacts'], ['occupant', 'room occupants'], ['third-party', 'third parties']]);
const people: readonly string[] = ['contact', 'occupants', 'subscribers', 'public'];
const services: readonly string[] = ['third-party-service', 'component-or-gateway'];

const reaches = ({ recipients }: Carrier, some: readonly string[]): boolean => recipients.some((one) => some.includes(one));
const leaves = ({ recipients }: Carrier): boolean => recipients.some((one) => recipientWords.has(one));
const isKept = ({ retention }: Carrier): boolean => retention === 'stored' || retention === 'archived';
const isOneOf = ({ category }: Carrier, ...categories: readonly string[]): boolean => categories.includes(category);

/** Some data are always about whoever sends them, however many persons they tell of. */
const isAboutOthers = (carrier: Carrier): boolean => carrier.subject.some((one) => subjectWords.has(one))
  && (!carrier.subject.includes('user') || isOneOf(carrier, 'social-graph', 'moderation-record', 'profile', 'contact-details', 'media-file')) && !isOneOf(carrier, 'credentials');

/** The questions that may be asked, in the order of RFC 6973 section 7: data minimisation, user participation, security. */
export const questionRules: readonly QuestionRule[] = [
  { kind: 'special-category', weight: 9, about: ({ flags }) => flags.includes('special-category'),
    text: ({ names, is, it }) => `${capital(names)} may tell of health, belief, politics or sex life (Art. 9): ${is} ${it} ever sent without the user's express choice?` },
  { kind: 'purpose', weight: 1, about: () => true, text: ({ names, is }) => `What ${is} ${names} needed for? Could the same be done with less, or without?` },
  { kind: 'precision', weight: 6, about: (carrier) => isOneOf(carrier, 'location'), text: ({ names, is, them }) => `How exact ${is} ${names}? May a user make ${them} coarser, for all or for single recipients?` },
  { kind: 'observers', weight: 5, about: ({ recipients, basis }) => recipients.length === 0 || basis === 'inferred',
    text: ({ names, reached }) => (reached === '' ? `Who receives ${names}: only the own server, contacts, a whole room, anyone?` : `Who receives ${names} besides ${reached}, to whom the examples send it?`) },
  { kind: 'public', weight: 8, about: (carrier) => reaches(carrier, ['public']) && carrier.default !== 'opt-in', text: ({ names }) => `Anyone may read ${names}: does that hold by default, and how does a user narrow it?` },
  { kind: 'network', weight: 7, about: (carrier) => isOneOf(carrier, 'network-address') && (carrier.recipients.length === 0 || reaches(carrier, [...people, ...services])),
    text: ({ names }) => `How does a user keep the network address in ${names} from the other side, and does that hold by default towards strangers?` },
  { kind: 'persistence', weight: 4, about: (carrier) => isOneOf(carrier, 'device-client', 'crypto-identity', 'pseudonym') || carrier.flags.includes('fingerprint'),
    text: ({ names, does, is, it }) => `${capital(does)} ${names} stay the same over time and towards everybody, so that what one person does can be linked? When ${is} ${it} renewed?` },
  { kind: 'retention', weight: 5, about: ({ retention }) => retention === 'unspecified', text: ({ names, is }) => `How long ${is} ${names} kept, by whom, and who decides?` },
  { kind: 'erasure', weight: 6, about: (carrier) => isKept(carrier) && !carrier.rights.includes('erasure'),
    text: ({ names, s, them, reached }) => `${capital(names)} stay${s} until somebody removes ${them}: how does a user do that, and when do ${reached === '' ? 'backups' : `copies with ${reached}`} go?` },
  { kind: 'default', weight: 4, about: (carrier) => leaves(carrier) && !isOneOf(carrier, 'credentials') && (carrier.default === 'always' || carrier.default === 'unspecified' || carrier.default === 'opt-out'),
    text: ({ names, is, reached }) => `${capital(is)} ${names} sent to ${reached} only after the user has said so? If not, why not?` },
  { kind: 'automatic', weight: 5, about: (carrier) => (carrier.control ?? '').startsWith('automatic') && leaves(carrier) && !isOneOf(carrier, 'credentials'),
    text: ({ names, is, it, s, reached }) => `${capital(names)} reach${s === 's' ? 'es' : ''} ${reached} without the user's doing: how ${is} ${it} switched off, and ${is} ${it} off at first?` },
  { kind: 'sharing', weight: 5, about: (carrier) => isOneOf(carrier, 'communication-metadata', 'presence', 'activity', 'location') && reaches(carrier, people),
    text: ({ names, reached }) => `Can a user withhold ${names} from some of those who would receive such data (${reached}) and still use the rest?` },
  { kind: 'services', weight: 6, about: (carrier) => reaches(carrier, services), text: ({ names, services: some }) => `Which ${some} get ${names}, what else do they learn (addresses, times), and who chose them?` },
  { kind: 'third-parties', weight: 6, about: isAboutOthers,
    text: ({ names, is, others }) => `${capital(names)} ${is} about ${others} too, not only about the sender: do they learn of it, and what can they do against it?` },
  { kind: 'judged', weight: 7, about: (carrier) => isOneOf(carrier, 'moderation-record'), text: ({ names }) => `Do the persons named in ${names} learn of it, and who corrects what is wrong?` },
  { kind: 'secrets', weight: 7, about: (carrier) => isOneOf(carrier, 'credentials'), text: ({ names, does }) => `Where ${does} ${names} rest, in the clear or hashed, and what puts an end to the use?` },
  { kind: 'content', weight: 6, about: (carrier) => isOneOf(carrier, 'message-content', 'media-file') && (isKept(carrier) || reaches(carrier, services)),
    text: ({ names, is, it }) => `Who can read ${names} in the clear where ${it} ${is} kept or passed on, and what does end-to-end encryption leave open?` },
  { kind: 'compromise', weight: 2, about: isKept, text: ({ names }) => `What does somebody who breaks into the server learn from ${names}, and could less be kept there?` },
  { kind: 'surveillance', weight: 2, about: (carrier) => isOneOf(carrier, 'communication-metadata', 'presence', 'activity', 'location', 'network-address'),
    text: ({ names }) => `What habits of a person can a recipient or server tell from ${names} over weeks, and how is that kept low?` },
  { kind: 'copies', weight: 0, about: () => true, text: ({ names }) => `Where else do copies of ${names} end up (archives, logs, other devices), and what becomes of them there?` },
  { kind: 'misuse', weight: 0, about: () => true, text: ({ names, them }) => `What can somebody do with ${names} who was never meant to get ${them}?` },
];

/** The words for a question on these carriers, of which there is at least one. */
export function questionWords(carriers: readonly Carrier[]): QuestionWords {
  const each = [...new Set(carriers.map(carrierName))];
  const recipients = new Set(carriers.flatMap((carrier) => carrier.recipients));
  const received = (some: readonly string[]): string => namesInWords(some.filter((one) => recipients.has(one)).map((one) => recipientWords.get(one) ?? one), 3);
  const forms = each.length > 1 ? { is: 'are', it: 'they', them: 'them', does: 'do', s: '' } as const : { is: 'is', it: 'it', them: 'it', does: 'does', s: 's' } as const;
  return {
    ...forms, names: namesInWords(each, 2), reached: received([...recipientWords.keys()]), services: received(services),
    others: namesInWords([...subjectWords].filter(([id]) => carriers.some(({ subject }) => subject.includes(id))).map(([, words]) => words), 3),
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
