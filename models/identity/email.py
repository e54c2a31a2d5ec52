"""E-mail addresses: the one form in which two spellings of an address are equal."""

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

from models.identity.domain import ascii_domain
from models.identity.placeholder import is_placeholder_address
from models.identity.text import trimmed, unwrapped


def normalize_email(raw: str) -> str | None:
    """The address in `raw` in lower case with its domain in ASCII, or None when it is not one address.

    "mailto:", a name before angle brackets, and brackets, quotes and commas around it are dropped, so
    `Ada <ADA@Bücher.example>` becomes "ada@xn--bcher-kva.example". Parts after a plus and dots in the local part stay:
    only the mailbox's owner knows whether they matter. None also for placeholders, quoted local parts, IP addresses
    instead of a domain, and more than 254 bytes.
    """
    address = raw.strip().lower()
    if len(address) <= _LONGEST_PLAIN_ADDRESS and _is_plain_address(address):
        return None if is_placeholder_address(address) else address
    return _judged(address)


# A shorter address has no domain label over 63 characters, so its labels need not be counted.
_LONGEST_PLAIN_ADDRESS = 66
# What the library accepts and leaves as it is. It judges the rest, "--" in a domain (perhaps Punycode) included.
_is_plain_address = re.compile(
    r"[a-z0-9_!#$%&'*+\-/=?^`{|}~]++(?:\.[a-z0-9_!#$%&'*+\-/=?^`{|}~]++)*+@[a-z0-9]+(?:[.\-][a-z0-9]+)*\.[a-z]+"
).fullmatch
_LONGEST_TEXT = 1_000  # Characters around and within an address; beyond, nobody meant one.
_LONGEST_ADDRESS = 254  # Bytes, RFC 3696 erratum 1690.
_IN_BRACKETS = re.compile(r"[^<>]*<([^<>]*)>")
# Lent to a local part so that the library judges it alone: it rejects .local and other reserved domains, by a list
# that cannot be passed in, only changed for the whole process. As short as a domain can be, so the length holds.
_LENT_DOMAIN = "a.bc"


def _judged(address: str) -> str | None:
    if len(address) > _LONGEST_TEXT:
        return None
    address = unwrapped(address)
    bracketed = _IN_BRACKETS.fullmatch(address)
    if bracketed is not None:
        address = trimmed(bracketed[1])
    if address.startswith("mailto:"):
        address = trimmed(address.removeprefix("mailto:").partition("?")[0])
    local, _, host = address.rpartition("@")
    domain = ascii_domain(host)
    if domain is None or not local.isprintable():
        return None
    try:
        # Lower case can undo the composed form the library asks for, hence once more before it.
        judged = validate_email(
            f"{unicodedata.normalize('NFC', local)}@{_LENT_DOMAIN}", check_deliverability=False, allow_smtputf8=True
        )
    except EmailNotValidError:
        return None
    address = f"{judged.local_part}@{domain}"
    if len(address.encode()) > _LONGEST_ADDRESS or is_placeholder_address(address):
        return None
    return address
