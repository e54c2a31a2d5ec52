"""How rows are reached: one place knows which database this is, and everyone else asks for a session.

Import from the modules: `engine` (the database), `session` (one transaction), `statements` (set-based SQL),
`migration` (the schema's version).
"""
