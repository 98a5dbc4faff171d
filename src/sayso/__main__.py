"""``python -m sayso``."""

import os
import sys

# Python puts the current folder first on the path. It may be a folder of reports, and nothing in it is to be imported.
if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0] or ".") == os.path.realpath("."):
    del sys.path[0]

from sayso.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
