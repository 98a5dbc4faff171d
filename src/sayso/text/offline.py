"""Import libraries that try the network as they are imported; called by the parser and by the reader of pages."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator


@contextlib.contextmanager
def importing() -> Iterator[None]:
    """Keep what is imported meanwhile from opening a socket or looking up a name.

    urllib3, which spaCy and trafilatura import for downloads that we never ask for, binds ::1 to see whether there is
    IPv6; onnxruntime looks up a host and keeps an identifier of the machine under the user's cache.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    there = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = there
