"""Tables → pages: one module per page of the app, and beside them what all pages share.

A page module has ICON, PATH and show(desk). _desk.py holds what a page is given, _data.py loads it, _address.py keeps the
selection in the address, _choose.py shows the choosers, _lit.py turns a report into safe HTML, _words.py holds all words.
Pages show and never reckon: whatever needs arithmetic is asked of panel/.
"""
