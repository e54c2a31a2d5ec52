"""Internet domains: the ASCII form in which hosts are compared, and the one that stands for a company.

The first serves e-mail addresses too.
"""

import re

import idna

from models.identity.placeholder import is_placeholder
from models.identity.text import unwrapped


def normalize_domain(raw: str) -> str | None:
    """The domain that stands for a company, or None: "https://www.Acme.com:443/about?x#y" is "acme.com".

    Scheme, user, port, path, query, fragment, leading "www." and the root's dot are dropped. Other subdomains stay:
    "shop.acme.com" and "acme.com" may be two firms. An e-mail address gives its domain, read as user and host.
    A domain that many strangers share is None: a mailbox provider's ("gmail.com"), and a site that hosts everybody's
    pages once a page is named ("facebook.com/acme"; without the page it is the company Facebook). So are
    placeholders, IP addresses and names without a dot.
    """
    text = unwrapped(raw).lower().replace("\\", "/")
    if len(text) > _LONGEST_URL:
        return None
    location = _LOCATION.match(text)
    if location is None:
        return None
    authority, page = location.groups()
    host, _, port = authority.rpartition("@")[2].partition(":")
    domain = ascii_domain(host) if port.isdecimal() or not port else None
    if domain is None:
        return None
    while domain.startswith("www.") and domain.count(".") > 1:
        domain = domain.removeprefix("www.")
    if domain in _MAILBOX_PROVIDERS or domain in _DOMAINS_FOR_NOTHING or is_placeholder(domain):
        return None
    if page and (domain in _HOSTS_OF_PAGES or domain.partition(".")[2] in _HOSTS_OF_PAGES):
        return None
    return domain


def ascii_domain(host: str) -> str | None:
    """`host` in lower case and IDNA's ASCII form, without the root's dot; None where it is no domain.

    A domain has a dot and its last label ends in a letter, as all top-level ones do; so IP addresses are none. Reserved
    names (example.com, .test, .local) are domains here: demos and intranets use them.
    """
    if len(host) <= _LONGEST_LABEL and _PLAIN_DOMAIN.fullmatch(host):
        return host
    if len(host) > _LONGEST_DOMAIN + 1:
        return None
    try:
        domain = idna.encode(host, uts46=True, std3_rules=True).decode("ascii").removesuffix(".")
    except UnicodeError:  # The base of IDNAError, and what the codec underneath raises.
        return None
    return domain if "." in domain and domain[-1].isalpha() else None


_LONGEST_URL = 2_048
_LONGEST_DOMAIN = 253  # Characters, RFC 1035 section 2.3.4 without the root.
_LONGEST_LABEL = 63  # Characters, RFC 1035 section 2.3.4. A shorter host needs no look at its labels.
# What IDNA leaves as it is. A label with "--" is left to the library: it may be Punycode.
_PLAIN_DOMAIN = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+")
_LOCATION = re.compile(
    r"(?:(?:https?|mailto):|[a-z][a-z0-9+\-]*://|/)*+"  # Repeated, because people paste after a typed "https://".
    r"([^/?#]+)/*(.*)",
    re.DOTALL,
)

_MAILBOX_PROVIDERS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com "
    "icloud.com me.com mac.com mail.com email.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de "
    "posteo.de mailbox.org protonmail.com proton.me pm.me tutanota.com fastmail.com hushmail.com zoho.com "
    "hotmail.es hotmail.fr hotmail.it hotmail.de hotmail.co.uk outlook.es outlook.fr outlook.de outlook.it live.co.uk "
    "live.fr live.nl yahoo.es yahoo.fr yahoo.de yahoo.it yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.com.br yahoo.ca "
    "orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it tiscali.it telefonica.net terra.es "
    "btinternet.com sky.com comcast.net verizon.net att.net sbcglobal.net cox.net uol.com.br bol.com.br terra.com.br "
    "mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com rambler.ru wp.pl o2.pl onet.pl interia.pl seznam.cz "
    "qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net rediffmail.com".split()
)
_DOMAINS_FOR_NOTHING = frozenset(
    "none.com noemail.com nowebsite.com domain.com yourdomain.com website.com yourwebsite.com company.com "
    "yourcompany.com".split()
)
_HOSTS_OF_PAGES = frozenset(
    "facebook.com fb.com instagram.com linkedin.com twitter.com x.com tiktok.com youtube.com youtu.be pinterest.com "
    "xing.com vk.com t.me wa.me medium.com github.com linktr.ee crunchbase.com wellfound.com yelp.com bit.ly "
    "sites.google.com docs.google.com drive.google.com play.google.com apps.apple.com".split()
)
