"""The gazetteer's file: columns of numbers as differences of neighbours, cut into planes of bytes, without pickles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from sayso.errors import ModelError

SIGNED: Final = ("latitude", "longitude", "region", "district")
DELTAS: Final = ("id", "keys", "region", "district", "latitude", "longitude")


def pack(columns: dict[str, npt.NDArray[Any]], path: Path) -> None:
    """Write the columns as a NumPy archive of byte planes; the way back is `unpack`."""
    arrays: dict[str, npt.NDArray[Any]] = {}
    for name, column in columns.items():
        if column.dtype == np.uint8:
            arrays[name] = column
            continue
        numbers = column.astype(np.int64)
        if name in DELTAS:
            numbers = np.diff(numbers, prepend=0)
        if name in DELTAS or name in SIGNED:
            numbers = (numbers << 1) ^ (numbers >> 63)  # zigzag: small numbers of either sign stay small
        width = max(1, (int(numbers.max(initial=0)).bit_length() + 7) // 8)
        arrays[f"{name}.{width}"] = numbers.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :width].T.copy()
    with zipfile.ZipFile(path, "w") as archive:
        for name, column in sorted(arrays.items()):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, column, allow_pickle=False)
            # a fixed date, so that the same data gives the same bytes
            info = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            # LZMA would save 0.2 MB and take 80 ms more to read
            archive.writestr(info, buffer.getvalue(), compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)


def unpack(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The columns of a file that `pack` wrote; ModelError where it is none."""
    columns: dict[str, npt.NDArray[Any]] = {}
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            for full in archive.files:
                name, _, width = full.partition(".")
                stored = archive[full]
                if not width:
                    columns[name] = stored
                    continue
                wide = np.zeros((stored.shape[1], 8), dtype=np.uint8)
                wide[:, : int(width)] = stored.T
                numbers = wide.view("<u8").reshape(-1).astype(np.int64)
                if name in DELTAS or name in SIGNED:
                    numbers = (numbers >> 1) ^ -(numbers & 1)
                if name in DELTAS:
                    numbers = np.cumsum(numbers)
                columns[name] = numbers if name == "keys" else numbers.astype(np.int32)
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path} is no gazetteer: {error}; make it with training/gazetteer/build.py") from None
    return columns
