"""The connection doctor: calls that Enginy makes, and calls nobody should make, fired at a running server.

It knows the contract and nothing of this implementation, so it examines any server that says it speaks it.
"""
