"""Bodies of messages: safe to show whatever they hold, and readable as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.html import clean_html, is_html, plain_text


@pytest.mark.parametrize(
    ("body", "html", "text"),
    [
        pytest.param("", "", "", id="empty"),
        pytest.param("<div>Hi & bye</div>", "<div>Hi &amp; bye</div>", "Hi & bye", id="html"),
        pytest.param("Hi\r\nTom &amp; Co", "Hi<br>Tom &amp; Co", "Hi\nTom & Co", id="plain-lines"),
        pytest.param(
            "Write to <ada@x.com>, 3 <4", "Write to &lt;ada@x.com&gt;, 3 &lt;4", "Write to <ada@x.com>, 3 <4", id="no-tags"
        ),
        pytest.param("&lt;script&gt;x", "&lt;script&gt;x", "<script>x", id="escaped-tag-in-plain-text"),
        pytest.param("a\n\n\n\nb  \n", "a<br><br>b", "a\n\nb", id="many-empty-lines"),
        pytest.param("<p>a</p>\n<p>b<br>c</p>", "<p>a</p>\n<p>b<br>c</p>", "a\n\nb\nc", id="paragraphs"),
        pytest.param("a<br><br>b<br/>c", "a<br><br>b<br>c", "a\n\nb\nc", id="breaks"),
        pytest.param("<b>so</b>me <i> t</i>ext", "<b>so</b>me <i> t</i>ext", "some text", id="inline"),
        pytest.param("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>", "- a\n- b", id="list"),
        pytest.param("<pre>a\n  b</pre>", "<pre>a\n  b</pre>", "a\n  b", id="preformatted"),
        pytest.param(
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>", "a b\nc", id="table",
        ),
        pytest.param("<p>x<script>alert(1)</script><style>p{}</style></p>", "<p>x</p>", "x", id="scripts-and-styles"),
        pytest.param(
            "<html><head><title>T</title></head><body onload='x()'>a</body></html>", "a", "a", id="whole-document"
        ),
        pytest.param('<p style="color:red" class="a" id="b" onclick="x()">a</p>', "<p>a</p>", "a", id="attributes"),
        pytest.param('a<img src="https://t.example/open.gif" width=1>b', "ab", "ab", id="tracker"),
        pytest.param('<div background="https://t.example/x.png">a</div>', "<div>a</div>", "a", id="background"),
        pytest.param("<svg><a href='x'>y</a></svg>a", "a", "a", id="foreign-content"),
        pytest.param("<!--[if mso]><p>x</p><![endif]--><p>a</p>", "<p>a</p>", "a", id="comments"),
        pytest.param("<form action=/x><input value=1>a</form>", "a", "a", id="form"),
        pytest.param(
            '<a href="https://x.example/?a=1&b=2" target=_blank>x</a>',
            '<a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer">x</a>', "x", id="link",
        ),
        pytest.param(
            '<a href="mailto:a@x.example">x</a>', '<a href="mailto:a@x.example" rel="noopener noreferrer">x</a>', "x",
            id="mail",
        ),
        *(
            pytest.param(f'<a href="{url}">x</a>', '<a rel="noopener noreferrer">x</a>', "x", id=f"link-{name}")
            for name, url in {
                "script": "javascript:alert(1)", "hidden-script": "jAva&#x09;script:alert(1)", "data": "data:text/html,x",
                "path": "/logout", "no-scheme": "//x.example", "file": "file:///x",
            }.items()
        ),
    ],
)  # fmt: skip
def test_body_is_made_safe_and_readable(body, html, text):
    assert (clean_html(body), plain_text(body)) == (html, text)


@given(st.text() | st.text(alphabet="<>/&;=\"' \nabpscriptonhref!-"))
def test_cleaning_anything_leaves_nothing_to_clean(body):
    html = clean_html(body)

    assert "<script" not in html.lower()
    assert not is_html(body) or clean_html(f"<p></p>{html}") == f"<p></p>{html}"
    assert "\n\n\n" not in plain_text(body)
