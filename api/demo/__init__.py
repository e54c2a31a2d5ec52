"""A made-up company's CRM, the same for the same seed: people, what happened with them, and filling it in."""
