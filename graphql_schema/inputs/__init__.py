"""What the schema takes. The models' enums become the schema's before the first input uses one."""

import graphql_schema.types.enums  # noqa: F401
