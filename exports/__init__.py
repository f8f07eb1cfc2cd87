"""Tables and figures → files that a person hands on: the workbook (excel.py) and pictures (pictures.py).

One module per format; each gives bytes and knows nothing of pages. openpyxl is imported only in excel*.py, kaleido only
in pictures.py.
"""
