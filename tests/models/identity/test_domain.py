"""Domains: which one stands for a company, and which stand for nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identity.domain import ascii_domain, normalize_domain
from models.identity.email import normalize_email


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("acme.example", "acme.example", id="as it should be"),
        pytest.param("WWW.GLOBEX.EXAMPLE", "globex.example", id="the contract's sample in capitals"),
        pytest.param("https://www.Globex.example/about", "globex.example", id="the contract's sample page"),
        pytest.param("  https://acme.com", "acme.com", id="leading blanks, which defeat the contract's sample code"),
        pytest.param("http://acme.com:8080", "acme.com", id="a port"),
        pytest.param("acme.com:443/about", "acme.com", id="a port without a scheme"),
        pytest.param("https://acme.com?utm_source=x", "acme.com", id="a query without a path"),
        pytest.param("https://acme.com#team", "acme.com", id="a fragment"),
        pytest.param("https://user:secret@acme.com/", "acme.com", id="a user and a password"),
        pytest.param("https://acme.com/@team", "acme.com", id="an at sign in the path"),
        pytest.param("ada@acme.com", "acme.com", id="an e-mail address"),
        pytest.param("mailto:ada@acme.com", "acme.com", id="an e-mail link"),
        pytest.param("acme.com.", "acme.com", id="the root's dot"),
        pytest.param("//acme.com/", "acme.com", id="no scheme before the slashes"),
        pytest.param("acme.com,", "acme.com", id="a comma after it"),
        pytest.param("<https://acme.com>", "acme.com", id="brackets around it"),
        pytest.param('"acme.com"', "acme.com", id="quotes around it"),
        pytest.param("http:/acme.com", "acme.com", id="a slash too few"),
        pytest.param("http:\\\\acme.com\\about", "acme.com", id="slashes the wrong way"),
        pytest.param("https://https://acme.com", "acme.com", id="a scheme too many"),
        pytest.param("www.www.acme.com", "acme.com", id="www twice"),
        pytest.param("www.com", "www.com", id="www is the name"),
        pytest.param("shop.acme.com", "shop.acme.com", id="another subdomain stays"),
        pytest.param("münchen.example", "xn--mnchen-3ya.example", id="an umlaut"),
        pytest.param("XN--MNCHEN-3YA.example", "xn--mnchen-3ya.example", id="the same in ASCII"),
        pytest.param("пример.рф", "xn--e1afmkfd.xn--p1ai", id="another script"),
        pytest.param("acme.local", "acme.local", id="a domain of an intranet"),
        pytest.param("facebook.com", "facebook.com", id="the company Facebook"),
        pytest.param("https://www.facebook.com/", "facebook.com", id="the company Facebook, no page"),
        pytest.param("example.com", "example.com", id="the sample domain"),
    ],
)
def test_a_domain_has_one_form(raw: str, expected: str) -> None:
    assert normalize_domain(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="nothing"),
        pytest.param("-", id="a dash"),
        pytest.param("n/a", id="a placeholder"),
        pytest.param("n.a.", id="a placeholder that looks like a domain"),
        pytest.param("none.com", id="a filler"),
        pytest.param("https://", id="only a scheme"),
        pytest.param("acme", id="no dot"),
        pytest.param("localhost:8000", id="this machine"),
        pytest.param("127.0.0.1", id="an IP address"),
        pytest.param("http://[::1]/", id="a long IP address"),
        pytest.param("acme inc.com", id="a blank inside"),
        pytest.param("acme.com, acme.de", id="two domains"),
        pytest.param("acme..com", id="two dots"),
        pytest.param("-acme.com", id="a label that begins with a hyphen"),
        pytest.param("acme.com:http", id="no port"),
        pytest.param("gmail.com", id="a mailbox provider"),
        pytest.param("ada@Yahoo.co.uk", id="an address at a mailbox provider"),
        pytest.param("https://facebook.com/acme", id="a page on Facebook"),
        pytest.param("https://es-es.facebook.com/acme", id="a page on Facebook in Spanish"),
        pytest.param("linkedin.com/company/acme", id="a page on LinkedIn"),
        pytest.param("acme\x00.com", id="a NUL"),
        pytest.param("acme\ud800.com", id="half a surrogate pair"),
        pytest.param("a." * 127 + "com", id="too long"),
        pytest.param("https://acme.com/" + "a" * 5_000, id="an address nobody typed"),
        pytest.param("/" * 2_000 + "?", id="an attack on the slashes"),
    ],
)
def test_what_stands_for_no_company_is_none(raw: str) -> None:
    assert normalize_domain(raw) is None


hosts = st.from_regex(r"\A([A-Za-z0-9-]{1,9}\.){0,3}[A-Za-z0-9-]{1,4}\Z")
near_urls = st.text("aAw.-:/\\?#@0[] \u00fc\u3002\u200b\ud800\x00", max_size=20)


@given(st.text(st.characters()) | near_urls | st.builds("https://www.{}/{}".format, hosts, near_urls))
def test_any_text_gives_none_or_a_form_that_stays(raw: str) -> None:
    normalized = normalize_domain(raw)

    if normalized is not None:
        assert normalize_domain(normalized) == normalized
        assert len(normalized) <= 253
        assert normalized.isascii()
        assert normalized.isprintable()


@given(hosts, st.sampled_from(["http://{}", "HTTPS://{}/", "{}.", "//{}/about?x=1#y", "{}:443", "ada@{}", "\t{} "]))
def test_a_host_means_the_same_in_any_address(host: str, address: str) -> None:
    assert normalize_domain(address.format(host)) == normalize_domain(host)


@given(hosts)
def test_a_domain_is_the_one_of_its_addresses(host: str) -> None:
    address = normalize_email(f"ada@{host}")

    assert (address and address.removeprefix("ada@")) == ascii_domain(host.lower())


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        pytest.param("gmail.com", "gmail.com", id="a mailbox provider is a domain"),
        pytest.param("www.acme.com.", "www.acme.com", id="www is part of it"),
        pytest.param("ACME.com", "acme.com", id="capitals"),
        pytest.param("a" * 63 + ".com", "a" * 63 + ".com", id="the longest label"),
        pytest.param("a" * 64 + ".com", None, id="a label too long"),
        pytest.param("acme.c0", None, id="a top-level domain that ends in a digit"),
        pytest.param("ab--cd.com", None, id="hyphens where only Punycode has them"),
    ],
)
def test_hosts_are_compared_in_ascii(host: str, expected: str | None) -> None:
    assert ascii_domain(host) == expected
