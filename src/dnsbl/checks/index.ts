import { dnsblDomainListed } from './dnsbl-domain-listed.ts';
import { dnsblListed } from './dnsbl-listed.ts';

export const dnsblChecks = [dnsblListed, dnsblDomainListed] as const;
