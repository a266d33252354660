import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericSign } from '../../src/hosts/generic-name.ts';
import { type Ip, parseIp } from '../../src/text/ip.ts';
import { say } from '../../src/text/say.ts';

function ip(text: string): Ip {
  const parsed = parseIp(text);
  if (!parsed) throw new Error(`${text} is no address`);
  return parsed;
}

describe('genericSign', () => {
  it.each([
    ['203-0-113-5.dsl.isp.example', '203.0.113.5', 'octets with hyphens'],
    ['5.113.0.203.isp.example', '203.0.113.5', 'octets in reverse'],
    ['ip203.0.113.5.isp.example', '203.0.113.5', 'a word run into the first octet'],
    ['host-203-000-113-005.isp.example', '203.0.113.5', 'padded octets'],
    ['203000113005.isp.example', '203.0.113.5', 'padded and run together'],
    ['cb007105.isp.example', '203.0.113.5', 'hexadecimal'],
    ['p057100CB.isp.example'.toLowerCase().replace('p', 'p-'), '203.0.113.5', 'hexadecimal in reverse'],
    ['dhcp-17.isp.example', '203.0.113.5', 'a telling word beside a number'],
    ['cust42.dynamic.isp.example', '203.0.113.5', 'a telling word in a label of its own'],
    ['pool-71-255.isp.example', '203.0.113.5', 'a weaker word beside two numbers'],
    ['2001-db8-0-0-0-0-0-25.isp.example', '2001:db8::25', 'groups of an IPv6 address'],
    ['20010db8000000000000000000000025.isp.example', '2001:db8::25', 'all nibbles'],
  ])('%s is generic for %s: %s', (name, address) => {
    expect(genericSign(name, ip(address))).not.toBeNull();
  });

  it.each([
    ['mail.example.com', '203.0.113.5', 'a name of its own'],
    ['mail5.example.com', '203.0.113.5', 'one octet'],
    ['mta-203-0-113.esp.example', '203.0.113.5', 'three octets, as mail services use them'],
    ['mta-203-0-113-55.esp.example', '203.0.113.5', 'the address of a neighbour'],
    ['mta-1203-0-113-5.esp.example', '203.0.113.5', 'more digits in front'],
    ['o1.ptr1234.esp.example', '203.0.113.5', 'numbers without a word'],
    ['dynamic.example.com', '203.0.113.5', 'a word without numbers'],
    ['dynamics365.example.com', '203.0.113.5', 'a longer word'],
    ['pool1.mail.example.com', '203.0.113.5', 'a pool of mail servers'],
    ['1111.example.com', '1.1.1.1', 'digits run together prove nothing'],
    ['a1cb007105.example.com', '203.0.113.5', 'part of a longer hexadecimal run'],
  ])('%s is not, for %s: %s', (name, address) => {
    expect(genericSign(name, ip(address))).toBeNull();
  });

  it('finds any address written with hyphens, either way round', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), fc.boolean(), (octets, reversed) => {
        const written = (reversed ? octets.toReversed() : octets).join('-');
        const sign = genericSign(`host-${written}.isp.example`, { family: 4, octets });
        expect(say(sign ?? '', 'en')).toBe('the address itself');
      }),
    );
  });

  it('takes any text for a name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(['string', 'object']).toContain(typeof genericSign(name, ip('192.0.2.1')));
      }),
    );
  });
});
