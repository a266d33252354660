import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endGroup, freePort } from './daemon.ts';
import {
  contentOf,
  envelopeSender,
  type MailServer,
  newFolder,
  noMailServer,
  removeFolder,
  speakSmtp,
  until,
  withoutDns,
} from './mail-server.ts';

/** Where the package is: installed, or unpacked, as two mail servers cannot be installed side by side. */
const root = process.env['PRESEND_POSTFIX'] ?? '';
const programs = join(root, '/usr/lib/postfix/sbin');

/** Why Postfix cannot be started here; null where it can. */
export function noPostfix(): string | null {
  if (!existsSync(join(programs, 'master')))
    return 'Postfix is not installed, nor unpacked where PRESEND_POSTFIX says (Debian: postfix)';
  return noMailServer();
}

// Accounts that every Debian has stand in for postfix and postdrop.
const main = (folder: string, port: number) => `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
daemon_directory = ${programs}
command_directory = ${root}/usr/sbin
shlib_directory = ${root}/usr/lib/postfix
meta_directory = ${folder}/etc
mail_owner = uucp
setgid_group = news
default_privs = nobody
import_environment = MAIL_CONFIG TZ LD_LIBRARY_PATH
myhostname = mail.campaign.example
mydestination = campaign.example
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
smtpd_recipient_restrictions = check_recipient_access inline:{ forbidden.example=reject_unauth_destination }, permit_mynetworks, reject
local_recipient_maps =
alias_maps =
alias_database =
transport_maps = inline:{ {dest.example=smtp:[127.0.0.1]:${port}}, {closed.example=smtp:[127.0.0.1]:1}, {nohost.example=smtp:[no-such-host.example]:25} }
virtual_mailbox_domains = bounces.example
virtual_mailbox_base = ${folder}/box
virtual_mailbox_maps = static:news
virtual_uid_maps = static:9
virtual_gid_maps = static:9
virtual_minimum_uid = 1
maillog_file = ${folder}/maillog
maillog_file_prefixes = ${folder}
smtp_connection_cache_on_demand = no
`;

const services = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
local unix - n n - - local
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
`;

/** Folders of the queue, with their owner and mode. */
function makeQueue(folder: string): void {
  const owned = [
    'active',
    'bounce',
    'corrupt',
    'defer',
    'deferred',
    'hold',
    'incoming',
    'private',
    'saved',
    'trace',
  ];
  for (const name of [
    'etc',
    'spool/pid',
    'data',
    'box',
    'spool/maildrop',
    'spool/public',
    ...owned.map((one) => `spool/${one}`),
  ])
    mkdirSync(join(folder, name), { recursive: true });
  const at = (names: readonly string[]) => names.map((name) => join(folder, name));
  execFileSync('chown', ['uucp', ...at(['data', ...owned.map((one) => `spool/${one}`)])]);
  execFileSync('chown', ['uucp:news', ...at(['spool/maildrop', 'spool/public'])]);
  execFileSync('chown', ['news', ...at(['box'])]);
  execFileSync('chmod', ['700', ...at(owned.map((one) => `spool/${one}`))]);
  execFileSync('chmod', ['730', ...at(['spool/maildrop'])]);
  execFileSync('chmod', ['710', ...at(['spool/public'])]);
}

/** Postfix with a queue of its own, as a process group that ends with the test. */
export async function startPostfix(port: number): Promise<MailServer> {
  const folder = newFolder('postfix');
  const own = await freePort();
  makeQueue(folder);
  writeFileSync(join(folder, 'etc/main.cf'), main(folder, port));
  writeFileSync(join(folder, 'etc/master.cf'), services(own));
  const [program = '', ...args] = withoutDns(folder, [
    join(programs, 'master'),
    '-c',
    join(folder, 'etc'),
    '-d',
  ]);
  const child = spawn(program, args, {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(root, '/usr/lib/postfix'),
      MAIL_CONFIG: join(folder, 'etc'),
    },
  });
  const log = () => contentOf(join(folder, 'maillog'));
  const stop = async () => {
    if (child.pid !== undefined) await endGroup(child.pid);
    await removeFolder(folder);
  };
  try {
    await until('Postfix', () => log().includes('daemon started'));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async submit(message, recipients) {
      const lines = message.replaceAll('\n', '\r\n');
      await speakSmtp(own, [
        'EHLO app.campaign.example',
        `MAIL FROM:<${envelopeSender}>`,
        ...recipients.map((one) => `RCPT TO:<${one}>`),
        // What comes in to this server, and is refused.
        'RCPT TO:<z@forbidden.example>',
        'DATA',
        `${lines}.`,
        'QUIT',
      ]);
    },
    log,
    mailbox: () => contentOf(join(folder, 'box/news')),
    stop,
  };
}
