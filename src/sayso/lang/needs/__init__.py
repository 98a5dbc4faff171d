"""What each step asks of a language."""

from __future__ import annotations

import re
from typing import Final

NEVER: Final = re.compile(r"(?!)")  # a pattern that a language leaves out; it matches nothing
