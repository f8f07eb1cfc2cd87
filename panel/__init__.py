"""Extractions of many reports → tables that can be compared: the panel, what was refused, why a cell is blank, ranks.

build.py makes the tables once; compare.py and ranks.py answer a Selection from them; display.py and words.py say the
results in Chinese and English. Nothing here draws or knows of a page.
"""
