import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentOf,
  envelopeSender,
  type MailServer,
  newFolder,
  noMailServer,
  removeFolder,
  runToEnd,
  withoutDns,
} from './mail-server.ts';

/** Why Exim cannot be started here; null where it can. */
export function noExim(): string | null {
  const found = spawnSync('exim4', ['-bV']).error;
  return found ? 'exim4 is not installed (Debian: exim4-daemon-light)' : noMailServer();
}

const configuration = (folder: string, port: number) => `
primary_hostname = mail.campaign.example
qualify_domain = campaign.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
keep_environment =
deliver_drop_privilege = true
trusted_users = root : Debian-exim
disable_ipv6 = true
host_lookup =
local_from_check = false
acl_smtp_rcpt = rcpt
begin acl
rcpt:
  deny message = relay not permitted
       domains = forbidden.example
  accept
begin routers
dest:
  driver = manualroute
  domains = dest.example
  route_list = * 127.0.0.1 byname
  transport = dest
  self = send
closed:
  driver = manualroute
  domains = closed.example
  route_list = * 127.0.0.1 byname
  transport = closed
  self = send
nohost:
  driver = dnslookup
  domains = nohost.example
  transport = dest
  no_more
bounces:
  driver = accept
  domains = bounces.example
  transport = box
own:
  driver = redirect
  domains = campaign.example
  allow_fail
  data = :fail: Unrouteable address
begin transports
dest:
  driver = smtp
  port = ${port}
  allow_localhost
closed:
  driver = smtp
  port = 1
  allow_localhost
box:
  driver = appendfile
  file = ${folder}/box
  return_path_add
begin retry
* * F,2h,15m
`;

/** Exim with a configuration of its own: each message is delivered by the process that takes it, no daemon runs. */
export function startExim(port: number): MailServer {
  const folder = newFolder('exim');
  const config = join(folder, 'exim.conf');
  writeFileSync(config, configuration(folder, port));
  for (const name of ['spool', 'log']) mkdirSync(join(folder, name));
  execFileSync('chown', ['-R', 'Debian-exim', folder]);
  // A configuration that its user may write is none to Exim.
  execFileSync('chown', ['root', config]);
  const exim = (...args: string[]) => withoutDns(folder, ['exim4', '-C', config, ...args]);
  return {
    async submit(message, recipients) {
      await runToEnd(exim('-odf', '-f', envelopeSender, ...recipients), message);
      // What comes in to this server, and is refused.
      const session =
        'EHLO x.example\r\nMAIL FROM:<a@spam.example>\r\nRCPT TO:<z@forbidden.example>\r\nQUIT\r\n';
      await runToEnd(exim('-bs', '-oMa', '203.0.113.99'), session);
    },
    log: () => contentOf(join(folder, 'log/mainlog')),
    mailbox: () => contentOf(join(folder, 'box')),
    stop: () => removeFolder(folder),
  };
}
