"""Every tunable in one place. Values are plain constants; a comment says what a value does and why it is what it is."""

from __future__ import annotations

# -- annotation -------------------------------------------------------------------------------------------------------

TASK_CHARACTERS = 30_000
"""Text handed to a worker process at a time: large enough to hide the hand-over, small enough to show progress."""

TEXT_LIMIT = 1_000_000
"""Characters of one article that are annotated; spaCy needs about 1 GB a million characters."""

PIPE_BATCH = 16
"""Articles a spaCy batch: small batches are quicker on two cores (4,334 against 3,465 tokens a second)."""

# -- the pile on disk -------------------------------------------------------------------------------------------------

KEEP_VERSIONS = 2
"""Versions of a pile's frames that stay on disk: the current one and the one a slow reader may still have open."""
