"""E-mail addresses: spellings that are one address, and what is none."""

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, reject
from hypothesis import strategies as st

from models.identity.email import normalize_email
from models.identity.placeholder import is_placeholder_address


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("sarah.chen@example.com", "sarah.chen@example.com", id="as it should be"),
        pytest.param("SARAH.CHEN@Example.COM", "sarah.chen@example.com", id="capitals"),
        pytest.param("  ada@example.com\r\n", "ada@example.com", id="blanks around it"),
        pytest.param("\ufeffada@example.com\u200b", "ada@example.com", id="invisible characters around it"),
        pytest.param("ada+crm@example.com", "ada+crm@example.com", id="a part after a plus stays"),
        pytest.param("a.d.a@gmail.com", "a.d.a@gmail.com", id="dots stay"),
        pytest.param("mailto:ada@example.com?subject=Hi", "ada@example.com", id="a link"),
        pytest.param("<ada@example.com>", "ada@example.com", id="angle brackets"),
        pytest.param("Ada Lovelace <ADA@example.com>", "ada@example.com", id="a name before brackets"),
        pytest.param("ada@example.com.", "ada@example.com", id="the root's dot"),
        pytest.param("'ada@example.com'", "ada@example.com", id="in quotes, as mail programs copy it"),
        pytest.param('"ada@example.com";', "ada@example.com", id="cut out of a list"),
        pytest.param("(ada@example.com),", "ada@example.com", id="cut out of a sentence"),
        pytest.param("'ada'@example.com", "'ada'@example.com", id="apostrophes that are part of it"),
        pytest.param("ada@bücher.example", "ada@xn--bcher-kva.example", id="a domain with an umlaut"),
        pytest.param("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example", id="the same domain in ASCII"),
        pytest.param("ada@faß.de", "ada@xn--fa-hia.de", id="a sharp s is a letter of its own"),
        pytest.param("ada@acme。jp", "ada@acme.jp", id="an ideographic dot"),
        pytest.param("JOSÉ@example.com", "josé@example.com", id="an accent before the at sign"),
        pytest.param("jose\u0301@example.com", "josé@example.com", id="an accent typed as a mark"),
        pytest.param("o'neil@example.com", "o'neil@example.com", id="an apostrophe"),
        pytest.param("ada@crm.test", "ada@crm.test", id="a domain reserved for tests"),
        pytest.param("ada@acme.local", "ada@acme.local", id="a domain of an intranet"),
        pytest.param("test@example.com", "test@example.com", id="testing at the sample domain"),
        pytest.param("a" * 64 + "@example.com", "a" * 64 + "@example.com", id="longer than the fast path takes"),
        pytest.param("a" * 242 + "@example.com", "a" * 242 + "@example.com", id="the longest there is"),
    ],
)
def test_an_address_has_one_form(raw: str, expected: str) -> None:
    assert normalize_email(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="nothing"),
        pytest.param("n/a", id="a placeholder"),
        pytest.param("noemail@acme.com", id="an address that says it is none"),
        pytest.param("Test@Test.com", id="a well-known filler"),
        pytest.param("none@none.xn--p1ai", id="a filler under a domain in another script"),
        pytest.param("ada", id="no at sign"),
        pytest.param("ada@", id="no domain"),
        pytest.param("@example.com", id="no local part"),
        pytest.param("ada@localhost", id="a domain without a dot"),
        pytest.param("ada@127.0.0.1", id="an IP address"),
        pytest.param("ada@[127.0.0.1]", id="an IP address in brackets"),
        pytest.param("ada@@example.com", id="two at signs"),
        pytest.param("ada@example..com", id="two dots"),
        pytest.param("ada..l@example.com", id="two dots before the at sign"),
        pytest.param(".ada@example.com", id="a dot first"),
        pytest.param("ada @example.com", id="a blank inside"),
        pytest.param('"ada l"@example.com', id="a quoted local part"),
        pytest.param("ada@exa_mple.com", id="an underscore in the domain"),
        pytest.param("ada@-example.com", id="a label that begins with a hyphen"),
        pytest.param("ada@xn--a.com", id="not really Punycode"),
        pytest.param("ada@example.com, bob@example.com", id="two addresses"),
        pytest.param("ada\x00@example.com", id="a NUL"),
        pytest.param("ada\ud800@example.com", id="half a surrogate pair"),
        pytest.param("ada@exam\udc00ple.com", id="half a surrogate pair in the domain"),
        pytest.param("a" * 243 + "@example.com", id="a character longer than there is"),
        pytest.param("ada@" + "a" * 64 + ".com", id="a label of 64 characters"),
        pytest.param("a" * 321 + "@example.com", id="far too long"),
        pytest.param("<" * 5_000, id="an attack on the brackets"),
    ],
)
def test_what_is_no_address_is_none(raw: str) -> None:
    assert normalize_email(raw) is None


plain_addresses = st.from_regex(
    r"\A[A-Za-z0-9_!#$%&'*+/=?^`{|}~-]{1,6}(\.[A-Za-z0-9+-]{1,6}){0,2}@([A-Za-z0-9-]{1,9}\.){1,3}[A-Za-z0-9-]{1,4}\Z"
)
near_addresses = st.text("aA0.-+_@<>:\"' \u00e9\u00df\u0130\u0301\u3002\u212a\u200b\ud800\x00", max_size=12)


@given(plain_addresses)
def test_the_fast_path_answers_what_the_library_path_does(address: str) -> None:
    # Brackets are no part of a plain address, so this one takes the long way.
    assert normalize_email(address) == normalize_email(f"<{address}>")


@given(plain_addresses | st.emails() | st.builds("{}@{}.com".format, near_addresses, near_addresses))
def test_an_address_the_library_accepts_is_its_answer_in_lower_case(address: str) -> None:
    try:
        answer = validate_email(address, check_deliverability=False, test_environment=True)
    except (EmailNotValidError, UnicodeEncodeError):  # It trips over half a surrogate pair.
        reject()

    expected = f"{answer.local_part.lower()}@{answer.ascii_domain}"
    assert normalize_email(address) == (None if is_placeholder_address(expected) else expected)


@given(plain_addresses | st.emails())
def test_only_addresses_the_library_accepts_are_accepted(address: str) -> None:
    normalized = normalize_email(address)
    if normalized is None:
        reject()

    # The library refuses a list of reserved domains, which are wanted here; a label after them disarms the list.
    assert validate_email(f"{normalized}.example", check_deliverability=False).ascii_email == f"{normalized}.example"


@given(
    st.text(st.characters()) | near_addresses | st.emails() | st.builds("{}@{}.de".format, near_addresses, st.text())
)
def test_any_text_gives_none_or_a_form_that_stays(raw: str) -> None:
    normalized = normalize_email(raw)

    if normalized is not None:
        assert normalize_email(normalized) == normalized
        assert len(normalized.encode()) <= 254
        assert normalized.isprintable()
