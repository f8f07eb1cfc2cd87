"""The bounds of what is read: declared here once, so that no file can take the machine with it.

Each is far above any report (the longest of the five has 30,000 characters) and far below what a machine of 4 GB holds.
"""

from __future__ import annotations

MEGABYTE = 1 << 20

# Bytes of one file, of all files of one archive once unpacked, and how many times its size a packed file may hold.
FILE_BYTES = 50 * MEGABYTE
UNPACKED_BYTES = 300 * MEGABYTE
UNPACKED_RATIO = 200
# Files in an archive, and characters of a name that is shown.
ARCHIVE_FILES = 5_000
NAME_CHARACTERS = 200
# Characters of a text: forty times the longest annual report known.
CHARACTERS = 10_000_000
# Pages of a PDF, rows of a sheet, sheets of a workbook.
PAGES = 1_000
ROWS = 20_000
SHEETS = 60
# Seconds for one file, and for an office program to turn one into another format.
SECONDS = 120
OFFICE_SECONDS = 90
# Bytes of memory for a reader that is run in a process of its own.
READER_BYTES = 1_200 * MEGABYTE
# Bytes of one XML part of a document (a report's have 1 MB to 3 MB): as a tree it takes up to thirty times as much memory.
XML_BYTES = 32 * MEGABYTE
