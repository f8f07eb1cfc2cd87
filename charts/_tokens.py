"""Type faces, type sizes and spacing: the one place where a figure or a page takes them from; the colours are in _colours.py.

All sizes are pixels. _theme.py makes of them, and of the colours, plotly's templates, the page's theme and its style sheet.
"""

from __future__ import annotations

# The simplified face is named first: by default a browser draws Chinese characters in their Japanese forms.
FONT = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'
CODE_FONT = '"Noto Sans Mono CJK SC", "Source Code Pro", "Microsoft YaHei", monospace'

# Of figures, from their titles to the words in the cells of a grid.
TITLE_SIZE, SUBTITLE_SIZE, LABEL_SIZE, NOTE_SIZE, CELL_SIZE = 20, 14, 13, 12, 12
# Of pages: running text, a headline's number, headings from the first to the sixth; their small print is a figure's.
BODY_SIZE, HEADLINE_SIZE = 16, 26
HEADING_SIZES = (28, 22, 18, BODY_SIZE, SUBTITLE_SIZE, LABEL_SIZE)

# Of a slide of words, on a sheet of 960 × 540: its title, its lines, their small print.
STAGE_SIZES = (40, 22, BODY_SIZE)

# A line is so much higher than its letters; a bold letter is so much wider than a plain one.
LEADING, BOLD = 1.4, 1.08
# A figure's own width, the least that one is drawn at (a phone's window), its edge, and what lies between two blocks of text.
WIDTH, LEAST_WIDTH, EDGE, GAP = 1000, 300, 16, 6

# Each series has a mark of its own shape beside its colour, since ten colours are not apart for every eye.
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "cross", "triangle-down", "star", "pentagon", "hexagon")
