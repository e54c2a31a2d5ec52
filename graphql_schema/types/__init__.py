"""What the schema gives. The models' enums become the schema's before the first type uses one."""

import graphql_schema.types.enums  # noqa: F401
