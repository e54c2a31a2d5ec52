"""The UI in the browser: built from `frontend` on any machine, and served as files."""
