// SPDX-License-Identifier: MIT

/** Numbers that stand for nobody: what telephone authorities keep free for fiction, as country code and national number without separators. */
const fictional: readonly RegExp[] = [
  /^1[2-9]\d{2}55501\d{2}$/,
  /^44(?:1632960|7700900|2079460|1134960|1144960|1154960|1164960|1174960|1184960|1214960|1314960|1414960|1514960|1614960|1914980|2896496|2920180|8081570|9098790|3069990)\d{3}$/,
  /^33(?:19900|26191|35301|46571|53649|63998)\d{4}$/,
  /^49(?:3023125|6990009|4066969|2214710|8999998)\d{3}$/,
  /^61(?:[2378](?:5550|7010)\d{4}|49157\d{4})$/,
  /^46(?:3139006\d{2}|8465004\d{2}|9803192\d{2}|4062804\d{2}|7017406\d{2})$/,
  /^3532091\d{5}$/,
];

/** The countries with such ranges in which a 0 stands in front of the national number where the country code is left out. */
const countriesWithZero = ['44', '33', '49', '61', '46', '353'];

/** A text that is written like a telephone number, with or without `tel:`: its digits, a leading `+` kept; undefined for any other text. */
export function phoneDigits(value: string): string | undefined {
  const [text = ''] = value.trim().replace(/^tel:/i, '').split(';', 1);
  const digits = text.replace(/[^\d+]/g, '');
  const count = digits.replace('+', '').length;
  return count >= 7 && count <= 15 && /^\+?[\d(][\d ()./-]{5,24}$/.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text) ? digits : undefined;
}

/** Whether a number may belong to somebody: it is in none of the ranges for fiction and is no row of digits. */
export function mayBeSomebodys(digits: string): boolean {
  const bare = digits.replace('+', '');
  if (/^(\d)\1+$/.test(bare) || '01234567890'.includes(bare) || /^55501\d{2}$/.test(bare)) {
    return false;
  }
  const readings = digits.startsWith('+') ? [bare] : [bare, `1${bare}`, ...countriesWithZero.map((code) => bare.replace(/^0/, code))];
  return !readings.some((reading) => fictional.some((range) => range.test(reading)));
}
