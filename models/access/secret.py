"""Secrets that programs keep: 256 random bits, stored as a hash. Guessing is hopeless, so the hash need not be slow."""

import hashlib
import secrets


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
