"""LinkedIn addresses: all that lead to one person or organization, and those that lead to none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.identity.linkedin import normalize_company_linkedin, normalize_linkedin

TOKEN = "ACwAAAwMJ8gB1ACzMnNA8Sj1P-0J9_pd4mT3eZ4"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("https://linkedin.com/in/sarahchen", "in/sarahchen", id="the contract's sample"),
        pytest.param("https://www.linkedin.com/in/SarahChen/", "in/sarahchen", id="www, capitals and a slash"),
        pytest.param("http://linkedin.com/in/sarahchen", "in/sarahchen", id="http"),
        pytest.param("linkedin.com/in/sarahchen", "in/sarahchen", id="no scheme"),
        pytest.param("//www.linkedin.com/in/sarahchen", "in/sarahchen", id="only the slashes of a scheme"),
        pytest.param("https://https://linkedin.com/in/sarahchen", "in/sarahchen", id="a scheme too many"),
        pytest.param("HTTPS://WWW.LINKEDIN.COM/IN/SARAHCHEN", "in/sarahchen", id="all capitals"),
        pytest.param(" https://linkedin.com/in/sarahchen\n", "in/sarahchen", id="blanks around it"),
        pytest.param("https://es.linkedin.com/in/sarahchen", "in/sarahchen", id="a country's host"),
        pytest.param("https://m.linkedin.com/in/sarahchen", "in/sarahchen", id="the mobile host"),
        pytest.param("https://www.linkedin.com./in/sarahchen", "in/sarahchen", id="the root's dot"),
        pytest.param("https://www.linkedin.com:443/in/sarahchen", "in/sarahchen", id="a port"),
        pytest.param("https://www.linkedin.com//in//sarahchen//", "in/sarahchen", id="doubled slashes"),
        pytest.param("https:\\\\linkedin.com\\in\\sarahchen", "in/sarahchen", id="slashes the wrong way"),
        pytest.param("https://linkedin.com/in/sarahchen?trk=x&y=/in/bob", "in/sarahchen", id="a query"),
        pytest.param("https://linkedin.com/in/sarahchen#about", "in/sarahchen", id="a fragment"),
        pytest.param("https://linkedin.com/in/sarahchen/de", "in/sarahchen", id="a language"),
        pytest.param("https://linkedin.com/in/sarahchen/en-us/", "in/sarahchen", id="a language and country"),
        pytest.param("https://linkedin.com/in/sarahchen/details/skills/", "in/sarahchen", id="a part of the profile"),
        pytest.param("https://linkedin.com/mwlite/in/sarahchen", "in/sarahchen", id="the mobile site's path"),
        pytest.param("https://linkedin.com/comm/in/sarahchen?mid=1", "in/sarahchen", id="a link in LinkedIn's mails"),
        pytest.param("https://linkedin.com/in/josé-garcía", "in/josé-garcía", id="accents"),
        pytest.param("https://linkedin.com/in/jos%C3%A9-garc%C3%ADa", "in/josé-garcía", id="escaped accents"),
        pytest.param("https://linkedin.com/in/jose%CC%81-garci%CC%81a", "in/josé-garcía", id="accents as marks"),
        pytest.param("https://linkedin.com/in/jos%25C3%25A9-garc%25C3%25ADa", "in/josé-garcía", id="escaped twice"),
        pytest.param("https://linkedin.com/in/sarah%63hen", "in/sarahchen", id="a letter escaped for no reason"),
        pytest.param("https://linkedin.com/in/sarahchen%E2%80%8B", "in/sarahchen", id="an invisible character"),
        pytest.param("https://linkedin.com/in/%F0%9F%92%A1sarah", "in/💡sarah", id="an emoji"),
        pytest.param("https://linkedin.com/in/李伟-12345", "in/李伟-12345", id="another script"),
        pytest.param("/in/sarahchen", "in/sarahchen", id="a path"),
        pytest.param("(https://linkedin.com/in/sarahchen)", "in/sarahchen", id="brackets around it"),
        pytest.param("https://linkedin.com/in/sarahchen).", "in/sarahchen", id="the end of a sentence"),
        pytest.param("https://linkedin.com/in/sarahchen;", "in/sarahchen", id="an end of a list"),
        pytest.param("https://linkedin.com/in/sarahchen&trk=x", "in/sarahchen", id="a query without its mark"),
        pytest.param("in/SarahChen", "in/sarahchen", id="a path without its slash"),
        pytest.param("@sarahchen", "in/sarahchen", id="a handle"),
        pytest.param("https://linkedin.com/pub/sarah-chen/a4/5b2/c89", "in/sarah-chen-c895b2a4", id="the old form"),
        pytest.param("https://linkedin.com/pub/sarah-chen/4/5b/a", "in/sarah-chen-00a05b4", id="the old form, padded"),
        pytest.param("https://linkedin.com/pub/sarah-chen/0/5b2/c89", "in/sarah-chen-c895b2", id="the old form from 0"),
        pytest.param("https://uk.linkedin.com/pub/sarahchen?x=1", "in/sarahchen", id="the old form with a chosen name"),
        pytest.param("https://linkedin.com/in/ANNA-SMITH", "in/anna-smith", id="capitals that are no token"),
        pytest.param(f"https://linkedin.com/sales/lead/{TOKEN},NAME_SEARCH,x1Y", f"sales/{TOKEN}", id="a lead"),
        pytest.param(f"linkedin.com/sales/lead/{TOKEN}%2CNAME_SEARCH%2Cx", f"sales/{TOKEN}", id="an escaped lead"),
        pytest.param(f"https://linkedin.com/sales/people/{TOKEN},NAME?_ntb=x", f"sales/{TOKEN}", id="people"),
        pytest.param(f"https://linkedin.com/sales/profile/{TOKEN},,", f"sales/{TOKEN}", id="an old lead"),
        pytest.param(f"https://linkedin.com/in/{TOKEN}", f"sales/{TOKEN}", id="a token for a slug"),
        pytest.param("linkedin.com/talent/profile/AEMAAAwMJ8gB", "sales/AEMAAAwMJ8gB", id="Recruiter"),
        pytest.param("sales/ACwAAAxxxx", "sales/ACwAAAxxxx", id="our own form of a token"),
        pytest.param("https://linkedin.com/profile/view?trk=x&id=123456", "member/123456", id="a member's number"),
        pytest.param("https://linkedin.com/sales/profile/123456,Ab1,NAME", "member/123456", id="the number, in sales"),
    ],
)
def test_a_person_has_one_form(raw: str, expected: str) -> None:
    assert normalize_linkedin(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="nothing"),
        pytest.param("-", id="a dash, which once matched strangers"),
        pytest.param("n/a", id="a placeholder"),
        pytest.param("sarahchen", id="a bare word"),
        pytest.param("Sarah Chen", id="a name"),
        pytest.param("https://linkedin.com", id="only the host"),
        pytest.param("https://linkedin.com/in/", id="no slug"),
        pytest.param("https://linkedin.com/in/-", id="a dash for a slug"),
        pytest.param("https://linkedin.com/in/unknown", id="a placeholder for a slug"),
        pytest.param("https://linkedin.com/in/me/", id="whoever is signed in"),
        pytest.param("https://linkedin.com/in/sarah chen", id="a blank inside"),
        pytest.param("https://linkedin.com/in/sarah%00chen", id="an escaped NUL"),
        pytest.param("https://linkedin.com/in/%ff%fe", id="escapes that are not UTF-8"),
        pytest.param("https://linkedin.com/in/100%", id="a percent sign"),
        pytest.param("https://linkedin.com/in/sarah\ud800", id="half a surrogate pair"),
        pytest.param("https://linkedin.com/in/%E2%80%8B", id="an invisible slug"),
        pytest.param("https://linkedin.com/in/" + "a" * 201, id="a slug too long"),
        pytest.param("https://linkedin.com/company/acme", id="a company"),
        pytest.param("https://linkedin.com/school/mit", id="a school"),
        pytest.param("https://linkedin.com/feed/update/urn:li:activity:1", id="a post"),
        pytest.param("https://linkedin.com/posts/sarahchen_x-activity-1", id="a post with its author"),
        pytest.param("https://linkedin.com/jobs/view/123", id="a job"),
        pytest.param("https://linkedin.com/pub/dir/Sarah/Chen", id="a search by name"),
        pytest.param("https://linkedin.com/sales/company/123", id="a company in Sales Navigator"),
        pytest.param("https://linkedin.com/sales/search/people", id="a search in Sales Navigator"),
        pytest.param("https://linkedin.com/profile/view", id="a profile without its number"),
        pytest.param("https://notlinkedin.com/in/sarahchen", id="a host that ends alike"),
        pytest.param("https://linkedin.com.evil.example/in/sarahchen", id="a host that begins alike"),
        pytest.param("https://evil.example/linkedin.com/in/sarahchen", id="a path that looks like the host"),
        pytest.param("https://evil.example/?u=https://linkedin.com/in/sarahchen", id="an address within another"),
        pytest.param("https://twitter.com/sarahchen", id="another network"),
        pytest.param("linkedin.com/in/a" + "/a" * 3_000, id="an address nobody typed"),
        pytest.param("/" * 2_000 + "x", id="an attack on the slashes"),
    ],
)
def test_what_names_no_person_is_none(raw: str) -> None:
    assert normalize_linkedin(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("https://linkedin.com/company/acme-example", "company/acme-example", id="the contract's sample"),
        pytest.param("https://www.linkedin.com/company/ACME/about/?x=1", "company/acme", id="a part of the page"),
        pytest.param("https://de.linkedin.com/company/acme", "company/acme", id="a country's host"),
        pytest.param("linkedin.com/company/1234567890/admin", "company/1234567890", id="a number"),
        pytest.param("https://linkedin.com/sales/company/987654", "company/987654", id="the number in Sales Navigator"),
        pytest.param("https://linkedin.com/company-beta/987654/", "company/987654", id="the number of 2017"),
        pytest.param("https://linkedin.com/mwlite/company/acme", "company/acme", id="the mobile site's path"),
        pytest.param("https://linkedin.com/organization-guest/company/acme", "company/acme", id="the view for guests"),
        pytest.param("https://linkedin.com/school/MIT/", "school/mit", id="a school"),
        pytest.param("https://linkedin.com/showcase/acme-labs", "showcase/acme-labs", id="a showcase page"),
        pytest.param("https://linkedin.com/company/l%27or%C3%A9al/", "company/l'oréal", id="an apostrophe"),
        pytest.param("https://linkedin.com/company/at&t", "company/at&t", id="an ampersand"),
        pytest.param("https://linkedin.com/company/acme-inc.", "company/acme-inc.", id="a dot that may be part of it"),
        pytest.param("https://linkedin.com/company/acme,", "company/acme", id="a comma after it"),
        pytest.param("company/acme", "company/acme", id="our own form"),
    ],
)
def test_an_organization_has_one_form(raw: str, expected: str) -> None:
    assert normalize_company_linkedin(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("", id="nothing"),
        pytest.param("Acme", id="a bare word"),
        pytest.param("https://acme.com/company/acme", id="the company's own site"),
        pytest.param("https://linkedin.com/company/", id="no slug"),
        pytest.param("https://linkedin.com/company/n-a", id="a placeholder for a slug"),
        pytest.param("https://linkedin.com/company/setup/new", id="the form for new pages"),
        pytest.param("https://linkedin.com/in/sarahchen", id="a person"),
        pytest.param("https://linkedin.com/groups/123", id="a group"),
    ],
)
def test_what_names_no_organization_is_none(raw: str) -> None:
    assert normalize_company_linkedin(raw) is None


near_slugs = st.text("aZ09-_.%AC,@& \u00e9\u0130\u00df\u0345\u200b\u212a\ud800\x00", max_size=12)
paths = st.lists(
    st.sampled_from("in pub dir sales lead people profile view company school talent m mwlite member".split())
    | st.sampled_from([TOKEN, "ACwAAA1", "123", "4", "a%2Fb", "%25", "?id=7"])
    | near_slugs,
    max_size=6,
).map("/".join)


@given(st.from_regex(r"\Ahttps?://(www\.)?linkedin\.com/in/(AC[a-z]AA)?[A-Za-z0-9_-]{1,40}/?\Z"))
def test_the_fast_path_answers_what_the_long_way_does(address: str) -> None:
    # The fast path knows no query, so this one takes the long way.
    assert normalize_linkedin(address) == normalize_linkedin(f"{address}?")


@given(st.text(st.characters()) | st.builds("https://www.linkedin.com/{}".format, paths) | paths)
def test_any_text_gives_none_or_a_form_that_stays(raw: str) -> None:
    for normalize in (normalize_linkedin, normalize_company_linkedin):
        normalized = normalize(raw)

        if normalized is not None:
            assert normalize(normalized) == normalized
            assert normalize(f"https://www.linkedin.com/{normalized}/?trk=x") == normalized
            assert len(normalized) <= 210
            assert normalized.isprintable()


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_no_address_is_a_person_and_an_organization(slug: str) -> None:
    address = f"https://linkedin.com/in/{slug}"

    assert normalize_linkedin(address) is None or normalize_company_linkedin(address) is None
