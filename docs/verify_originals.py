"""Verify the originals of a case without sayso: python3 verify_originals.py CASE"""

import hashlib
import sqlite3
import sys
import zlib

case = sqlite3.connect(sys.argv[1])
for digest, data in case.execute("select sha256, data from originals"):
    assert hashlib.sha256(zlib.decompress(data)).hexdigest() == digest, digest
print("all originals have their SHA-256")
