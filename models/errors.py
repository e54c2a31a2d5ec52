"""The error tree: what can go wrong, each with a stable code for programs and a sentence for people.

Inside a batch an error is a value in that item's result; alone it is raised. Anything that is not a
`CRMError` is a bug: it stays loud in the log and mute on the wire.
"""


class CRMError(Exception):
    """Something a caller did or met that has a name; the message is safe to show to them."""

    code = "ERROR"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidInput(CRMError):
    """A value that cannot be taken as it is.

    `field` names it in the caller's own words, if one field is to blame.
    """

    code = "INVALID_INPUT"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class WrongPassword(InvalidInput):
    """The current password is not the one that was given."""

    code = "WRONG_PASSWORD"


class LastAdmin(InvalidInput):
    """Nobody else could manage the team any more; make somebody else an admin first."""

    code = "LAST_ADMIN"


class NotFound(CRMError):
    """No live record has this id."""

    code = "NOT_FOUND"

    def __init__(self, noun: str, record_id: str | None = None) -> None:
        super().__init__(f"{noun} not found")
        self.noun = noun
        self.record_id = record_id

    @property
    def short(self) -> str:
        return f"{self.noun} not found"

    @property
    def detail(self) -> str:
        return f"No {self.noun.lower()} exists with ID: {self.record_id}"


class AmbiguousMatch(CRMError):
    """Several records own the same identifier; choosing would be guessing."""

    code = "AMBIGUOUS_MATCH"


class TooWidelyShared(CRMError):
    """Every identifier of the item belongs to too many records to mean anything."""

    code = "TOO_WIDELY_SHARED"


class AlreadyExists(CRMError):
    """A record with the same identifier is there already, and the caller did not ask for a second one."""

    code = "ALREADY_EXISTS"

    def __init__(self, message: str, record_ids: tuple[str, ...]) -> None:
        super().__init__(message)
        self.record_ids = record_ids


class VersionConflict(CRMError):
    """Somebody wrote the record since the caller read it; nothing was stored, so that nothing is overwritten unseen."""

    code = "VERSION_CONFLICT"

    def __init__(self, noun: str, record_id: str, *, expected: int, current: int) -> None:
        super().__init__(f"{noun} is at version {current} by now, not {expected}")
        self.noun = noun
        self.record_id = record_id
        self.expected = expected
        self.current = current


class NotRevertible(CRMError):
    """A run that cannot be undone.

    `reason` is a stable word, and `reverted_by` the run that undid it already.
    """

    code = "NOT_REVERTIBLE"

    def __init__(self, message: str, reason: str, *, reverted_by: str | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.reverted_by = reverted_by


class NotDone(CRMError):
    """All or nothing was asked for, and another item failed."""

    code = "NOT_DONE"

    def __init__(self) -> None:
        super().__init__("Nothing was stored, because another item failed")


class WeakMatch(CRMError):
    """The only evidence is weak, and the configuration says that weak evidence is refused."""

    code = "WEAK_MATCH"


class NotStored(CRMError):
    """The database refused this one item for a reason the checks before it do not know."""

    code = "NOT_STORED"

    def __init__(self) -> None:
        super().__init__("The database refused this item; the others are stored")


class NotAuthenticated(CRMError):
    """No valid credentials came with the call."""

    code = "NOT_AUTHENTICATED"

    def __init__(self, message: str = "The API key is missing or wrong") -> None:
        super().__init__(message)


class NotSignedIn(NotAuthenticated):
    """A browser came with a session that is none, or is none any more."""

    def __init__(self, message: str = "The session has ended; sign in again") -> None:
        super().__init__(message)


class SignInFailed(CRMError):
    """Whoever wants to sign in did not prove who they are. The message never tells what exactly was wrong."""

    code = "SIGN_IN_FAILED"


class TooManyAttempts(CRMError):
    """Signing in failed too often lately, for this account or from this address."""

    code = "TOO_MANY_ATTEMPTS"

    def __init__(self, retry_after_seconds: int) -> None:
        minutes = -(-retry_after_seconds // 60)
        super().__init__(f"Too many attempts; try again in {minutes} minute{'s' if minutes > 1 else ''}")
        self.retry_after_seconds = retry_after_seconds


class CrossSite(CRMError):
    """A browser called on behalf of another site's page."""

    code = "CROSS_SITE"


class NotAllowed(CRMError):
    """The credentials are good, but not for this; `permission` is the one that is missing."""

    code = "NOT_ALLOWED"

    def __init__(self, message: str, permission: str) -> None:
        super().__init__(message)
        self.permission = permission


class UnknownDocument(CRMError):
    """No document is registered under the id a request names."""

    code = "PERSISTED_QUERY_NOT_FOUND"  # the word that clients of persisted queries know

    def __init__(self) -> None:
        super().__init__("No document is registered under this id")


class ExploringWithdrawn(CRMError):
    """The actor may run registered documents alone, and this is none of them."""

    code = "DOCUMENT_NOT_REGISTERED"

    def __init__(self) -> None:
        super().__init__("Only registered documents may be run by people of this role")


class TooLarge(CRMError):
    """More than one call may carry; the message says how much is allowed."""

    code = "TOO_LARGE"


class TooOften(CRMError):
    """This caller asked too often; the same call may be made again after a while."""

    code = "TOO_MANY_REQUESTS"

    def __init__(self, allowed: int, retry_after_seconds: int) -> None:
        super().__init__(f"At most {allowed:,} requests a minute; try again in {retry_after_seconds} s")
        self.allowed = allowed
        self.retry_after_seconds = retry_after_seconds


class Unavailable(CRMError):
    """The database cannot be reached or cannot write just now; nothing was stored, and the same call may work later."""

    code = "UNAVAILABLE"
    retry_after_seconds = 5


class SchemaTooNew(CRMError):
    """The database was migrated by a newer release than this one."""

    code = "SCHEMA_TOO_NEW"
