// SPDX-License-Identifier: MIT
import { mayBeSomebodys, phoneDigits } from './phoneNumber.ts';
import { valueShape } from './shape.ts';

/** Domains that stand for nobody: reserved by RFC 2606 and RFC 6761, and the stage names that XEPs have always used. */
const reservedDomain = /(?:^|\.)(?:example|test|invalid|localhost|lit|local|example\.(?:com|net|org|edu)|(?:capulet|montague|shakespeare|denmark|verona|marlowe|bard)\.(?:com|net|org|it))$/i;

/** Addresses for documentation (RFC 5737, RFC 3849, RFC 9637), private and loopback ranges (RFC 1918, RFC 4193). */
const reservedAddress = /^(?:192\.0\.2|198\.51\.100|203\.0\.113|10\.\d+|127\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|0\.0|255\.255)\.|^(?:2001:0?db8|3fff:(?:0?[0-9a-f]{1,3})?:|f[cd][0-9a-f]{2}|fe80|::1?$)/i;

/** The host of a value that somebody may own, with what to write instead; undefined for reserved values and for other text. */
export function realAddress(value: string): { readonly host: string; readonly instead: string } | undefined {
  const shape = valueShape(value);
  const text = value.trim();
  if (shape === 'ip') {
    return reservedAddress.test(text) ? undefined : { host: text, instead: 'an address of RFC 5737 or RFC 3849' };
  }
  if (shape !== 'user-jid') {
    return undefined;
  }
  const host = text.slice(text.indexOf('@') + 1).split('/')[0] ?? '';
  // A name at the top holds no digits (RFC 3696, section 2), but for those of other scripts.
  return reservedDomain.test(host) || !/\.(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i.test(host) ? undefined : { host, instead: 'a reserved domain such as example.org' };
}

/** A telephone number that somebody may own, with what to write instead; undefined for numbers kept free for fiction and for other text. */
export function realPhone(value: string): { readonly host: string; readonly instead: string } | undefined {
  const digits = phoneDigits(value);
  return digits !== undefined && mayBeSomebodys(digits) ? { host: value.trim(), instead: 'a number from 555-0100 to 555-0199' } : undefined;
}
