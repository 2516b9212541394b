"""Dates in the text: find them, say what they mean, give them values when the date of publication is known."""

from __future__ import annotations

from dateline.annotate.times.component import TimeExpression, Times, make_times
from dateline.annotate.times.find import find
from dateline.annotate.times.resolve import Resolved, resolve

__all__ = ["Resolved", "TimeExpression", "Times", "find", "make_times", "resolve"]
