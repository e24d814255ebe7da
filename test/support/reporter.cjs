// SPDX-License-Identifier: MIT
'use strict';
const Mocha = require('mocha');

/** Mocha's spec reporter, closed by one line that a machine can read: `N passed, N failed[, N skipped]`. */
module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    });
  }
};
