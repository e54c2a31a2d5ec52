"""Any JSON value, for tests that ask whether a reader can be broken."""

from hypothesis import strategies as st

_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals(allow_nan=False)
    | st.text(st.characters())
    | st.text(st.sampled_from(" ,;()[]/-–\"'“”0123456789%aYesMsgO:.\n\x00\ud800"))
)
# Any value there can be, more than JSON can write, and texts near to what the readers look for.
VALUES = st.recursive(_SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5)
# Those an item can bring: what cannot be stored is refused before anybody reads it.
SENDABLE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
