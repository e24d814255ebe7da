// SPDX-License-Identifier: MIT
// Loaded before a program (--require): whatever opens a socket, asks for a name or starts a process is written to the file that ALARMS names, and fails.
// ALLOWED is the one program that may be started.
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const tls = require('node:tls');

const log = process.env['ALARMS'];
const allowed = process.env['ALLOWED'];

function raise(what) {
  appendFileSync(log, `${what}\n`);
  throw new Error(`not allowed: ${what}`);
}

function forbid(holder, label, names) {
  for (const name of names) {
    const original = holder[name];
    if (typeof original === 'function') {
      holder[name] = function guarded(...args) {
        return allowed !== undefined && label === 'child_process' && args[0] === allowed ? original.apply(this, args) : raise(`${label}.${name} ${String(args[0])}`);
      };
    }
  }
}

const ofNames = (module) => Object.keys(module).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
forbid(childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
forbid(net, 'net', ['connect', 'createConnection', 'createServer']);
forbid(net.Socket.prototype, 'net.Socket', ['connect']);
forbid(net.Server.prototype, 'net.Server', ['listen']);
forbid(tls, 'tls', ['connect', 'createServer']);
forbid(http, 'http', ['request', 'get', 'createServer']);
forbid(https, 'https', ['request', 'get', 'createServer']);
forbid(http2, 'http2', ['connect', 'createServer', 'createSecureServer']);
forbid(dgram, 'dgram', ['createSocket']);
forbid(dns, 'dns', ofNames(dns));
forbid(dns.promises, 'dns.promises', ofNames(dns.promises));
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  globalThis[name] = function guarded(target) {
    return raise(`${name} ${String(target)}`);
  };
}
syncBuiltinESMExports();
