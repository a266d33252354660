"""Evaluations a second of pyspf (Debian python3-spf) over the cases of a JSON file, answers in memory."""
import ipaddress
import json
import sys
import time

import spf

with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
data = given["data"]


def lookup(name, qtype, tcpfallback=True, timeout=30):
    node = data.get(name.lower().rstrip("."), {})
    if qtype == "TXT":
        return [((name, "TXT"), (text.encode("latin1"),)) for text in node.get("TXT", [])]
    if qtype == "A":
        return [((name, "A"), ipaddress.ip_address(text).packed) for text in node.get("A", [])]
    if qtype == "MX":
        return [((name, "MX"), (preference, host)) for preference, host in node.get("MX", [])]
    return []


spf.DNSLookup = lookup
cases = given["cases"]
for case in cases:
    result = spf.check2(case["ip"], f"joe@{case['domain']}", given["helo"])[0]
    if result != case["result"]:
        print(f"pyspf: {case['domain']} {case['ip']} is {result}, expected {case['result']}", file=sys.stderr)

started = time.perf_counter()
count = 0
while time.perf_counter() - started < given["seconds"]:
    for case in cases:
        spf.check2(case["ip"], f"joe@{case['domain']}", given["helo"])
    count += len(cases)
print(count / (time.perf_counter() - started))
