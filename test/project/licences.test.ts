// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { auditFaults, licenceFaults } from '../../scripts/audit.mjs';
import { bundledLicences } from '../../scripts/notices.mjs';

suite('the packages whose code is delivered', () => {
  test('have licences that go together with ours, each with its text', async () => {
    const packages = await bundledLicences();
    assert.ok(packages.length > 20);
    assert.deepEqual(licenceFaults(packages), []);
  });

  test('are named where a licence or its text is not fine', () => {
    const one = { name: 'tea', version: '1.0.0', license: 'GPL-3.0-only', text: '' };
    assert.deepEqual(licenceFaults([one, { ...one, license: 'MIT', text: 'x' }]), ['tea 1.0.0: the licence GPL-3.0-only is not in the list of compatible ones', 'tea 1.0.0: has no text of its licence']);
  });

  test('fail an audit by their weaknesses, not by those of others; without an answer there is none', () => {
    const answer = JSON.stringify({ vulnerabilities: { tea: { name: 'tea', severity: 'high', range: '<2' }, mug: { name: 'mug', severity: 'low', range: '*' } } });
    assert.deepEqual(auditFaults(answer, [{ name: 'tea' }]), { faults: ['tea <2: high'], others: 1 });
    assert.deepEqual(auditFaults('{"message":"405 Method Not Allowed"}', []), { skipped: '405 Method Not Allowed' });
    assert.deepEqual(auditFaults('', []), { skipped: 'npm gave no answer' });
  });
});
