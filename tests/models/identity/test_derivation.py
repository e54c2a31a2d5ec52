"""Which keys the fields of a record give: each identifier once, in its normal form."""

import pytest

from models.fields.mapping import Entity
from models.identity.derivation import KeyRules
from models.identity.keys import KeyKind

EVERY = KeyRules("ES", frozenset(KeyKind))
FEWEST = KeyRules(None, frozenset())


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param({"email": None, "phone": "", "linkedin_url": "-"}, {}, id="blanks and placeholders"),
        pytest.param({"email": "Ada@Example.com"}, {"email": "ada@example.com"}, id="e-mail"),
        pytest.param({"linkedin_url": "linkedin.com/in/Ada/"}, {"linkedin": "in/ada"}, id="LinkedIn"),
        pytest.param(
            {"phone": "612 345 678", "mobile_phone": "+34612345678"}, {"phone": "+34612345678"}, id="one number twice"
        ),
        pytest.param(
            {"email": "a@b.com", "company_name": "Acme, Inc."},
            {"email": "a@b.com", "email_company": "a@b.com | acme"},
            id="e-mail and company",
        ),
        pytest.param(
            {"first_name": "Ada", "last_name": "Lovelace", "company_name": "ACME"},
            {"name_company": "ada lovelace | acme"},
            id="person and company",
        ),
        pytest.param({"company_name": "Acme", "email": "n/a"}, {}, id="company alone"),
    ],
)
def test_keys_of_a_contact(values, keys):
    assert dict(EVERY.of(Entity.CONTACT, values)) == keys


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        pytest.param({"domain": "www.Acme.com"}, {"domain": "acme.com"}, id="domain"),
        pytest.param({"website": "https://acme.com/about"}, {"domain": "acme.com"}, id="website in its place"),
        pytest.param({"domain": "acme.com", "website": "acme.de"}, {"domain": "acme.com"}, id="domain before website"),
        pytest.param({"domain": "n/a", "website": "acme.com"}, {"domain": "acme.com"}, id="placeholder before website"),
        pytest.param(
            {"domain": "gmail.com", "website": "acme.com"}, {"domain": "acme.com"}, id="mailboxes before website"
        ),
        pytest.param({"domain": "gmail.com", "website": "linkedin.com/company/acme"}, {}, id="nothing of their own"),
        pytest.param({"linkedin_url": "linkedin.com/company/Acme"}, {"linkedin": "company/acme"}, id="LinkedIn"),
        pytest.param(
            {"name": "The Acme Co., Ltd.", "domain": "acme.com"},
            {"domain": "acme.com", "name": "acme", "domain_name": "acme.com | acme"},
            id="name and domain",
        ),
    ],
)
def test_keys_of_a_company(values, keys):
    assert dict(EVERY.of(Entity.COMPANY, values)) == keys


def test_composites_are_kept_only_where_they_are_wanted():
    contact = {"email": "ada@example.com", "first_name": "Ada", "company_name": "Acme"}

    assert FEWEST.of(Entity.CONTACT, contact) == [(KeyKind.EMAIL, "ada@example.com")]
    assert FEWEST.of(Entity.COMPANY, {"name": "Acme", "domain": "acme.com"}) == [
        (KeyKind.DOMAIN, "acme.com"), (KeyKind.NAME, "acme"),
    ]  # fmt: skip


def test_two_numbers_are_two_keys_of_one_kind():
    values = {"phone": "+34612345678", "mobile_phone": "+34698765432", "tags": ["vip", ""]}

    assert EVERY.of(Entity.CONTACT, values) == [(KeyKind.PHONE, "+34612345678"), (KeyKind.PHONE, "+34698765432")]
    assert EVERY.stored(Entity.CONTACT, values) == {*EVERY.of(Entity.CONTACT, values), (KeyKind.TAG, "vip")}
