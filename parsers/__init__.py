"""Bytes in, articles out. Pure: no file, network, clock or screen.

Two doors: `parse(page)` turns any bytes into structured articles and never raises; `annotate(article)` marks
the people, organisations, places and dates that an article names.
"""
