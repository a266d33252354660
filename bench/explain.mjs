// A million lines of a mail log through `presend explain`: lines a second and peak memory.
// npm run build && node bench/explain.mjs [lines]
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const total = Number(process.argv[2] ?? 1_000_000);

const hosts = [
  ['gmail-smtp-in.l.google.com', 'gmail.com'],
  ['outlook-com.olc.protection.outlook.com', 'outlook.com'],
  ['mx-eu.mail.am0.yahoodns.net', 'yahoo.com'],
  ['smtp-in.orange.fr', 'orange.fr'],
  ['mx01.mail.icloud.com', 'icloud.com'],
  ['mx00.gmx.net', 'gmx.net'],
  ['mx.example.net', 'example.net'],
];
const replies = [
  (n) =>
    `550-5.7.26 Unauthenticated email from shop${n % 50}.example is not accepted due to 550-5.7.26 domain's DMARC policy. Please contact the administrator of 550-5.7.26 shop${n % 50}.example domain if this was a legitimate mail. 550 5.7.26 https://support.google.com/mail/?p=DmarcRejection ${n.toString(36)}-20020a05600c${n}.12 - gsmtp`,
  (n) => `552 5.2.2 <user${n}@example.net>: Recipient mailbox is full`,
  (n) =>
    `554 5.7.1 Service unavailable; Client host [203.0.113.${n % 256}] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.${n % 256}`,
  (n) =>
    `550 5.1.1 <user${n}@example.net>: Recipient address rejected: User unknown in virtual mailbox table`,
  (n) =>
    `550 5.7.515 Access denied, sending domain shop${n % 50}.example doesn't meet the required authentication level. [AM${n % 9}PR04MB${n}.eurprd04.prod.outlook.com 2026-03-04T05:06:07.890Z 08DC${n.toString(16)}]`,
  (n) =>
    `421 4.7.0 [TSS04] Messages from 203.0.113.${n % 256} temporarily deferred due to unexpected volume or user complaints`,
  (n) => `451 4.7.1 <user${n}@example.net>: Recipient address rejected: Greylisted for ${n % 600} seconds`,
  (n) =>
    `553 5.1.8 <news@shop${n % 50}.example>... Domain of sender address news@shop${n % 50}.example does not exist`,
];

/** Five lines a message, as Postfix writes them: two messages of three are refused or deferred. */
function* message(n) {
  const id = (0x100000000 + n * 2654435761).toString(16).slice(-11).toUpperCase();
  const second = String(n % 60).padStart(2, '0');
  const line = (program, text) =>
    `Mar  4 05:06:${second} mail postfix/${program}[${1000 + (n % 400)}]: ${text}`;
  const [host, domain] = hosts[n % hosts.length];
  const to = `user${n}@${domain}`;
  const relay = `${host}[192.0.2.${n % 256}]:25`;
  yield line('smtpd', `${id}: client=app.shop.example[10.0.0.${n % 256}]`);
  yield line('cleanup', `${id}: message-id=<${n}@shop.example>`);
  yield line(
    'qmgr',
    `${id}: from=<bounce-${n}@shop${n % 50}.example>, size=${2000 + (n % 9000)}, nrcpt=1 (queue active)`,
  );
  const bounced = n % 3 !== 0;
  if (bounced) {
    const reply = replies[(n * 7) % replies.length](n);
    const status = reply.startsWith('4') ? 'deferred' : 'bounced';
    yield line(
      'smtp',
      `${id}: to=<${to}>, relay=${relay}, delay=0.5, delays=0.1/0/0.2/0.2, dsn=5.7.1, status=${status} (host ${host}[192.0.2.${n % 256}] said: ${reply} (in reply to end of DATA command))`,
    );
  } else {
    yield line(
      'smtp',
      `${id}: to=<${to}>, relay=${relay}, delay=0.5, delays=0.1/0/0.2/0.2, dsn=2.0.0, status=sent (250 2.0.0 OK ${n} - gsmtp)`,
    );
  }
  yield line('qmgr', `${id}: removed`);
}

/** Writes the log into a file, in chunks. */
function writeLog(path) {
  const file = openSync(path, 'w');
  let chunk = '';
  let made = 0;
  for (let n = 1; made < total; n += 1) {
    for (const line of message(n)) {
      if (made >= total) break;
      chunk += `${line}\n`;
      made += 1;
    }
    if (chunk.length < 65_536) continue;
    writeSync(file, chunk);
    chunk = '';
  }
  writeSync(file, chunk);
  closeSync(file);
}

const number = (value) => Math.round(value).toLocaleString('en-US');

const cli = new URL('../dist/cli.js', import.meta.url).href;

/** The program in a process of its own, so that the memory of who makes the log is not counted. */
const program = `process.argv = [process.argv[0], 'presend', 'explain', ...process.argv.slice(1)];
process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));
await import('${cli}');`;

const folder = mkdtempSync(join(tmpdir(), 'presend-bench-'));
try {
  const path = join(folder, 'mail.log');
  writeLog(path);
  console.log(`${number(statSync(path).size / 1024 / 1024)} MB of log`);
  for (const format of ['text', 'jsonl']) {
    const start = performance.now();
    const args = ['--input-type=module', '-e', program, path, '--format', format];
    const stdio = ['ignore', format === 'text' ? 'pipe' : 'ignore', 'pipe'];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', stdio });
    const seconds = (performance.now() - start) / 1000;
    if (format === 'text') console.log(run.stdout.split('\n\n').slice(0, 2).join('\n\n'));
    console.log(
      `\n--format ${format}: ${seconds.toFixed(1)} s, ${number(total / seconds)} lines/s, peak memory ${number(Number(run.stderr) / 1024)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
