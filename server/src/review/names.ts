// SPDX-License-Identifier: MIT

import { wordsOf } from '../dataset/index.ts';

export interface NameRule {
  readonly category: string;
  /** Any of these words in the name; a word with a space stands for neighbours. */
  readonly words: readonly string[];
  /** 0 to 1: how often the name alone means personal data. */
  readonly strength: number;
}

/**
 * What names mean in protocols that nobody has judged. General words of the field, not names of single XEPs; the first rule that fits decides, see `nameRule`.
 * Drawn from what the curated entries call their carriers.
 */
export const nameRules: readonly NameRule[] = [
  { category: 'credentials', words: ['password', 'passwd', 'pwd', 'passphrase', 'passcode', 'secret', 'secretkey', 'otp', 'totp', 'pin', 'preauth', 'bearer', 'credential', 'credentials', 'api key', 'private key', 'token', 'sasl', 'cookie'], strength: 0.9 },
  { category: 'location', words: ['geoloc', 'geo', 'lat', 'latitude', 'lon', 'lng', 'longitude', 'altitude', 'location', 'tzo', 'timezone', 'tz', 'whereabouts', 'gps', 'locality'], strength: 0.85 },
  { category: 'contact-details', words: ['email', 'mail', 'e mail', 'phone', 'telephone', 'tel', 'mobile', 'fax', 'msisdn', 'postal', 'street', 'zip', 'postcode', 'contact address', 'homepage'], strength: 0.9 },
  { category: 'profile', words: ['firstname', 'first name', 'lastname', 'last name', 'surname', 'fullname', 'full name', 'given name', 'realname', 'real name', 'birthday', 'birth', 'bday', 'dob', 'age', 'gender', 'sex', 'avatar', 'photo', 'portrait', 'vcard', 'biography', 'bio', 'nationality', 'religion', 'marital', 'occupation', 'profile', 'author', 'org'], strength: 0.85 },
  { category: 'financial', words: ['invoice', 'iban', 'bank', 'creditcard', 'credit card', 'payment', 'wallet', 'purchase', 'bitcoin'], strength: 0.8 },
  { category: 'network-address', words: ['ip', 'ipv4', 'ipv6', 'ip4', 'ip6', 'ipaddress', 'ipaddr', 'rel addr', 'streamhost', 'remote addr', 'mac'], strength: 0.85 },
  { category: 'moderation-record', words: ['abuse', 'ban', 'banned', 'outcast', 'reputation', 'moderated', 'moderator', 'report', 'reported', 'spam', 'incident', 'kicked', 'violation', 'score'], strength: 0.65 },
  { category: 'pseudonym', words: ['nick', 'nickname', 'occupant', 'occupantid', 'occupant id', 'pseudonym', 'alias', 'participant', 'displayname', 'display name', 'handle'], strength: 0.8 },
  { category: 'social-graph', words: ['contact', 'contacts', 'buddy', 'roster', 'friend', 'friends', 'subscriber', 'subscribers', 'subscription', 'follower', 'followers', 'following', 'member', 'members', 'affiliation', 'invitee', 'invitees', 'inviter', 'invite', 'blocked', 'attendee', 'mention', 'mentions'], strength: 0.6 },
  { category: 'jid', words: ['jid', 'fulljid', 'barejid', 'username', 'user', 'userid', 'user id', 'account', 'publisher', 'owner', 'sender', 'recipient', 'initiator', 'responder', 'requester', 'creator', 'caller', 'callee'], strength: 0.7 },
  { category: 'crypto-identity', words: ['fingerprint', 'pubkey', 'public key', 'publickey', 'identity key', 'certificate', 'x509', 'x509cert', 'keyid', 'key id', 'signature', 'signer', 'prekey', 'keydata', 'key', 'trust', 'distrust'], strength: 0.55 },
  { category: 'device-client', words: ['device', 'deviceid', 'device id', 'useragent', 'user agent', 'client', 'software', 'os', 'platform', 'resource', 'hardware', 'browser'], strength: 0.6 },
  { category: 'presence', words: ['presence', 'availability', 'available', 'idle', 'online', 'lastseen', 'last seen', 'last login', 'lastlogin', 'last activity', 'since', 'away'], strength: 0.6 },
  { category: 'media-file', words: ['file', 'filename', 'recording', 'thumbnail', 'image', 'picture', 'video', 'audio', 'attachment', 'document', 'blob'], strength: 0.55 },
  { category: 'message-content', words: ['body', 'subject', 'message', 'text', 'comment', 'content', 'note', 'reason', 'caption', 'payload', 'ciphertext', 'summary', 'description', 'encrypted', 'title', 'reaction', 'emoji', 'draft', 'post', 'annotation', 'forwarded'], strength: 0.45 },
  { category: 'activity', words: ['mood', 'activity', 'tune', 'track', 'rating', 'vote', 'interest', 'query', 'search', 'viewed', 'playing', 'typing', 'composing', 'choice', 'answer', 'going', 'attending', 'browsing'], strength: 0.5 },
  { category: 'communication-metadata', words: ['timestamp', 'stamp', 'delay', 'sent', 'received', 'displayed', 'delivered', 'read', 'unread', 'thread', 'receipt', 'call', 'duration', 'created', 'updated', 'modified', 'start', 'end', 'expires'], strength: 0.4 },
  { category: 'sensor', words: ['sensor', 'reading', 'meter', 'measurement', 'numeric', 'transducer', 'temperature', 'thing'], strength: 0.5 },
];

/** The first rule that a pair of neighbours in the name meets, else the first that one of its words does: a "user agent" is no user. */
export function nameRule(name: string): NameRule | undefined {
  const words = wordsOf(name);
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  const meets = (some: readonly string[]) => (rule: NameRule): boolean => rule.words.some((word) => some.includes(word));
  return nameRules.find(meets(pairs)) ?? nameRules.find(meets(words));
}
