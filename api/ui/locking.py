"""A lock between processes: a file that one of them holds. It is free again when its holder ends, however that comes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
    import time
else:
    import fcntl


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for the lock, and hold it until the block ends."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            while True:
                try:
                    file.seek(0)
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    time.sleep(0.2)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield  # closing the file gives the lock back
