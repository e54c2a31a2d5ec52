"""Names of companies and people: spellings that agree, and names that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identity.names import normalize_company_name, normalize_person_name


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("acme", "acme", id="as it should be"),
        pytest.param("ACME Inc", "acme", id="capitals and a legal form"),
        pytest.param("Acme, Inc.", "acme", id="punctuation"),
        pytest.param("Acme™ Inc", "acme", id="a trade mark"),
        pytest.param("The Acmé Co., Ltd.", "acme", id="the, an accent and two legal forms"),
        pytest.param("  Acme\u00a0 Corporation ", "acme", id="blanks"),
        pytest.param("Acme GmbH & Co. KG", "acme", id="a German partnership"),
        pytest.param("Smith & Sons Ltd", "smith and sons", id="an ampersand"),
        pytest.param("Smith &amp; Sons", "smith and sons", id="an ampersand as HTML"),
        pytest.param("Smith and Sons LLC", "smith and sons", id="and in a word"),
        pytest.param("Smith & Co", "smith", id="and company"),
        pytest.param("Acme S.A.", "acme", id="initials with dots"),
        pytest.param("ACME S A", "acme", id="initials with blanks"),
        pytest.param("Acme S. L.", "acme", id="initials with dots and blanks"),
        pytest.param("Acme S.p.A.", "acme", id="an Italian form with dots"),
        pytest.param("Acme SpA", "acme", id="an Italian form without dots"),
        pytest.param("Acme A/S", "acme", id="a Danish form"),
        pytest.param("Acme Sp. z o.o.", "acme", id="a Polish form"),
        pytest.param("Acme, S. de R.L. de C.V.", "acme", id="a Mexican form"),
        pytest.param("Acme Pty Ltd", "acme", id="an Australian form"),
        pytest.param("Acme Private Limited", "acme", id="an Indian form"),
        pytest.param("Müller AG", "muller", id="an umlaut"),
        pytest.param("L’Oréal S.A.", "loreal", id="an apostrophe"),
        pytest.param("I.B.M.", "ibm", id="initials that are the name"),
        pytest.param("J. P. Morgan", "jp morgan", id="initials before the name"),
        pytest.param("Plan B, S.L.", "plan b", id="a letter that is a word"),
        pytest.param("Acme (UK) Ltd.", "acme uk", id="brackets"),
        pytest.param("3M Company", "3m", id="digits"),
        pytest.param("The The", "the", id="only the"),
        pytest.param("The Company", "company", id="nothing but a form after the"),
        pytest.param("Limited Inc", "limited", id="nothing but forms"),
        pytest.param("S.A.", "sa", id="nothing but one form"),
        pytest.param("株式会社トヨタ", "株式会社トヨタ", id="another script"),
    ],
)
def test_a_company_has_one_name(raw: str, expected: str) -> None:
    assert normalize_company_name(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="nothing"),
        pytest.param("---", id="only punctuation"),
        pytest.param("N/A", id="a placeholder"),
        pytest.param("N/A Inc.", id="a placeholder with a legal form"),
        pytest.param("Test Ltd", id="a test with a legal form"),
        pytest.param("🚀", id="no word"),
        pytest.param("\x00\ud800", id="nothing that can be stored"),
        pytest.param("acme " * 103, id="longer than any name"),
        pytest.param("\ufdfa" * 100, id="longer than any name once it is folded"),
    ],
)
def test_what_names_no_company_is_none(raw: str) -> None:
    assert normalize_company_name(raw) is None


@pytest.mark.parametrize(
    ("first", "last", "full", "expected"),
    [
        pytest.param("Sarah", "Chen", None, "sarah chen", id="first and last"),
        pytest.param("Sarah", "Chen", "Dr. Sarah M. Chen", "sarah chen", id="first and last before full"),
        pytest.param(None, None, "  Sarah   CHEN ", "sarah chen", id="full alone"),
        pytest.param("Sarah", None, "Sarah Chen", "sarah chen", id="full where the last is absent"),
        pytest.param("Sarah", "", "Sarah Chen", "sarah chen", id="full where the last is empty"),
        pytest.param("n/a", "Chen", "Sarah Chen", "sarah chen", id="full where the first is a placeholder"),
        pytest.param("Suharto", None, None, "suharto", id="one part alone"),
        pytest.param("-", "Chen", "-", "chen", id="one part beside placeholders"),
        pytest.param("José", "O'Neil-Núñez", None, "jose oneil nunez", id="accents and punctuation"),
        pytest.param("Jennifer", "Null", None, "jennifer null", id="Ms. Null"),
        pytest.param("Na", "Young-jin", None, "na young jin", id="a name that means nothing elsewhere"),
        pytest.param("李", "伟", None, "李 伟", id="another script"),
        pytest.param(None, None, None, None, id="nothing at all"),
        pytest.param("", " ", "", None, id="nothing in them"),
        pytest.param("Null", None, None, None, id="null alone"),
        pytest.param("Test", "Test", None, None, id="a test twice"),
        pytest.param("Unknown", "Unknown", "unknown", None, id="unknown everywhere"),
        pytest.param("a" * 300, "b" * 300, None, None, id="longer than any name"),
    ],
)
def test_a_person_has_one_name(first: str | None, last: str | None, full: str | None, expected: str | None) -> None:
    assert normalize_person_name(first, last, full) == expected


near_names = st.text("aAbx S.L&'-/ \u00e9\u00df\u0130\u0301\ufdfa\u1e9e\ud800\x00", max_size=20)
names = near_names | st.lists(st.sampled_from("the acme and co inc s l a sp z o o n/a na".split())).map(" ".join)


@given(names | st.text(st.characters()))
def test_any_company_gives_none_or_a_name_that_stays(raw: str) -> None:
    normalized = normalize_company_name(raw)

    if normalized is not None:
        assert normalize_company_name(normalized) == normalized
        assert 0 < len(normalized) <= 512
        assert normalized.encode().find(0) == -1


@given(st.none() | names, st.none() | names, st.none() | st.text(st.characters()))
def test_any_person_gives_none_or_a_name_that_stays(first: str | None, last: str | None, full: str | None) -> None:
    normalized = normalize_person_name(first, last, full)

    if normalized is not None:
        assert normalize_person_name(None, None, normalized) == normalized
        assert 0 < len(normalized) <= 512
        assert normalized.encode().find(0) == -1


@pytest.mark.parametrize("form", [" Inc.", ", LLC", " S.A.", " GmbH & Co. KG", ", Limited"])
@pytest.mark.parametrize("name", ["Acme", "Smith & Sons", "Plan B", "The Works"])
def test_a_legal_form_makes_no_other_company(name: str, form: str) -> None:
    assert normalize_company_name(name + form) == normalize_company_name(name)
