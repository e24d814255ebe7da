// SPDX-License-Identifier: MIT
// Stands for the native module of the same name, so that VS Code's logs and log channels work: appends each line at once.
'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
    this.raw = false;
    mkdirSync(dirname(file), { recursive: true });
  }

  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.raw = false; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}

  put(level, message) {
    if (level >= this.level) {
      appendFileSync(this.file, this.raw ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`);
    }
  }

  trace(message) { this.put(0, message); }
  debug(message) { this.put(1, message); }
  info(message) { this.put(2, message); }
  warn(message) { this.put(3, message); }
  error(message) { this.put(4, message); }
  critical(message) { this.put(5, message); }
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
