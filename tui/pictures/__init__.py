"""Pictures in a terminal: how they are drawn here, and whether they are at all.

Everything in this folder is pure: bytes and sizes in, cells or escape sequences out. Only `raster.py` knows Pillow,
which is an extra, and it is imported when a picture is decoded, never before.
"""
