"""The error of a build that somebody asked for."""

from models.errors import CRMError


class UiNotBuilt(CRMError):
    """The pages could not be built."""

    code = "UI_NOT_BUILT"
