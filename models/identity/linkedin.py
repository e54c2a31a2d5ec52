"""LinkedIn addresses of people and of organizations, reduced to what identifies them.

Both kinds share how an address is taken apart; they differ in the paths they know.
"""

import re
import unicodedata
from urllib.parse import parse_qs, unquote

from models.identity.placeholder import is_placeholder
from models.identity.text import unwrapped


def normalize_linkedin(raw: str) -> str | None:
    """What identifies a person in a LinkedIn address, or None: "de.linkedin.com/in/SarahChen/en/" is "in/sarahchen".

    - "in/<slug>" is a public profile, whatever the host, language or tail. The old form counts too:
      "/pub/sarah-chen/4/5b/a8" is the very profile "/in/sarah-chen-0a805b4". Slugs are decoded, composed (NFC) and
      case-folded.
    - "sales/<token>" is how Sales Navigator and Recruiter address a person, also where the token stands after "/in/".
      Only LinkedIn knows which slug belongs to it, so it is an identity of its own, and its case counts.
    - "member/<number>" is from the oldest addresses ("/profile/view?id=123").

    The host may be left out before these paths, and "@sarahchen" is a slug. A bare word is None: it may be a name. So
    are companies, posts, jobs, searches, and the addresses everybody has ("/in/me").
    """
    plain = _is_plain_profile(raw)
    if plain is not None:
        slug = plain[1].lower()
        return None if slug in _NOBODYS_SLUGS or is_placeholder(slug) else f"in/{slug}"
    text = unwrapped(raw)
    if text.startswith("@"):
        return _named("in", text.removeprefix("@"))
    path, query = _path_and_query(text)
    match path:
        case ["in", slug, *_] | ["profile", "in", slug, *_]:
            return _known_by_number(slug) if _is_token(slug) else _named("in", slug)
        case ["pub", name, a, b, c, *_]:
            # A first part of 0 is left out of the slug: nothing else gives the six-digit endings that exist.
            return _named("in", f"{name}-{c:0>3}{b:0>3}{'' if a == '0' else a}") if name != "dir" else None
        case ["pub", slug]:
            return _named("in", slug)
        case ["profile", "view"]:
            return _known_by_number(parse_qs(query).get("id", [""])[0])
        case ["sales", "lead" | "people" | "profile", number, *_]:
            return _known_by_number(number.partition(",")[0])
        case ["talent" | "recruiter", "profile", number, *_]:
            return _known_by_number(number.partition(",")[0])
        case ["sales" | "member", number]:
            return _known_by_number(number)
    return None


def normalize_company_linkedin(raw: str) -> str | None:
    """What identifies an organization in a LinkedIn address, or None: "linkedin.com/company/ACME/" is "company/acme".

    "company/…", "school/…" and "showcase/…" stay apart, as LinkedIn keeps them apart. Sales Navigator knows companies
    by the number of their page: "/sales/company/123" is "company/123". Which name belongs to a number only LinkedIn
    knows, so these are two identities. The host may be left out.
    """
    path, _ = _path_and_query(unwrapped(raw))
    match path:
        case ["company" | "school" | "showcase" as kind, slug, *_]:
            return _named(kind, slug)
        case ["company-beta" | "organization", slug, *_]:
            return _named("company", slug)
        case ["sales" | "recruiter", "company", slug, *_]:
            return _named("company", slug)
    return None


_is_plain_profile = re.compile(
    r"https?://(?:www\.)?linkedin\.com/in/(?!AC[a-z]AA)([a-zA-Z0-9_-]{1,200})/?"  # That would begin a token.
).fullmatch
# Such as ACwAAAwMJ8gB1ACzMnNA8Sj1P-0J9_pd4mT3eZ4: base64 whose first bytes say what kind of thing is numbered.
_is_token = re.compile(r"AC[a-z]AA[A-Za-z0-9_-]{25,195}").fullmatch
_is_token_where_one_is_due = re.compile(r"A[A-Z][A-Za-z0-9]A[A-Za-z0-9_-]{4,196}").fullmatch
_is_member_number = re.compile(r"[0-9]{1,19}").fullmatch

_LONGEST_URL = 2_048
_LONGEST_SLUG = 200  # Characters. LinkedIn allows 100 today and allowed more before.
_NOBODYS_SLUGS = frozenset("me edit setup unavailable username yourname your-name yourprofile".split())
_ENDS_OF_SENTENCES = ".,;:!)]}>'\""
_NOT_IN_A_SLUG = re.compile(r"[\s/\\?#%<>\"|@;]")

_HOST = re.compile(  # Each slash is taken by itself and kept: a run of them can be split in more ways than one can try.
    r"(?:https?:|[a-z][a-z0-9+\-]*://|/)*+(?:[a-z0-9\-]+\.)*linkedin\.com\.?(?::[0-9]*)?(?=[/?#]|$)", re.IGNORECASE
)
# Where the mobile site, LinkedIn's own mails and the view for guests put the same pages.
_DETOURS = frozenset({"mwlite", "m", "comm", "organization-guest"})
_KEYWORDS = _DETOURS | frozenset(
    "in pub dir profile view sales lead people talent recruiter member company company-beta organization school "
    "showcase".split()
)


def _path_and_query(address: str) -> tuple[list[str], str]:
    """The decoded parts of the path, LinkedIn's own words in lower case, and the query as it stands."""
    if len(address) > _LONGEST_URL:
        return [], ""
    address = address.replace("\\", "/")
    host = _HOST.match(address)
    address, _, _ = address[host.end() if host else 0 :].partition("#")
    path, _, query = address.partition("?")
    parts = [_decoded(part) for part in path.split("/") if part]
    parts = [part.lower() if part.lower() in _KEYWORDS else part for part in parts]
    while parts and parts[0] in _DETOURS:
        del parts[0]
    return parts, query


def _decoded(part: str) -> str:
    for _ in range(3):  # Addresses that were passed on as parameters are escaped more than once.
        try:
            decoded = unquote(part, errors="strict")
        except UnicodeDecodeError:
            break
        if decoded == part:
            break
        part = decoded
    return part


def _known_by_number(number: str) -> str | None:
    if _is_member_number(number):
        return f"member/{number}"
    return f"sales/{number}" if _is_token_where_one_is_due(number) else None


def _named(kind: str, slug: str) -> str | None:
    if len(slug) > _LONGEST_SLUG:
        return None
    # Invisible characters come along when an address is copied; browsers escape them into it.
    slug = "".join(character for character in slug if unicodedata.category(character) != "Cf")
    # So does what ends a sentence. Organizations' names may have more marks than people's.
    slug = slug.partition("&")[0].rstrip(_ENDS_OF_SENTENCES) if kind == "in" else slug.rstrip(",;")
    slug = unicodedata.normalize("NFC", unicodedata.normalize("NFC", slug).casefold())
    if not 0 < len(slug) <= _LONGEST_SLUG or not slug.isprintable() or _NOT_IN_A_SLUG.search(slug):
        return None
    is_page_number = kind != "in" and slug.strip("0").isdecimal()  # 1234567 may be one.
    if slug in _NOBODYS_SLUGS or (is_placeholder(slug) and not is_page_number):
        return None
    return f"{kind}/{slug}"
