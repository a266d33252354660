"""Answers cases, a line of JSON each, with what pyspf makes of them. No question leaves this process."""

import json
import re
import signal
import sys

import spf

zone = {}


def octets(name):
    """A name in presentation form as its octets (RFC 1035, 5.1), lower case."""
    plain = re.sub(
        r"\\(\d{3}|.)", lambda m: chr(int(m[1]) % 256) if len(m[1]) == 3 else m[1], name, flags=re.S
    )
    return re.sub(r"\.$", "", plain).lower()


def lookup(name, qtype, strict=True, timeout=20):
    """In place of spf.DNSLookup: the records of the canonical name, as a client of a recursive server sees them."""
    owner = octets(name)
    for _ in range(17):
        node = zone.get(owner)
        if node is None:
            return []
        failure = node.get("failing", {}).get(qtype)
        if failure:
            raise spf.TempError("DNS " + failure)
        records = node.get(qtype, [])
        if records or "CNAME" not in node:
            return [((name, qtype), value(qtype, record)) for record in records]
        owner = node["CNAME"].lower()
    raise spf.TempError("DNS SERVFAIL")


def value(qtype, record):
    if qtype == "TXT":
        return [string.encode("latin-1") for string in record]
    return tuple(record) if qtype == "MX" else record


def check(case):
    query = spf.query(i=case["ip"], s=case["sender"], h=case["helo"], strict=1, querytime=0)
    # An empty explanation says that the publisher has none.
    query.set_default_explanation("")
    result, _, explanation = query.check()
    return {"result": result, "explanation": explanation if result == "fail" else ""}


def no_end(*_):
    raise TimeoutError("no end")


signal.signal(signal.SIGALRM, no_end)
spf.DNSLookup = lookup
for line in sys.stdin:
    case = json.loads(line)
    zone = case["zone"]
    try:
        signal.alarm(2)
        outcome = check(case)
    except Exception as error:
        outcome = {"result": "crash", "explanation": "", "detail": repr(error)}
    signal.alarm(0)
    print(json.dumps({"id": case["id"], **outcome}), flush=True)
