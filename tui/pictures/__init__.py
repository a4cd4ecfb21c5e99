"""Pictures in a terminal: how they are drawn here, and whether they are at all.

Bytes and sizes go in, cells or escape sequences come out, and nothing is read but what is handed in; only
`cell_size.py` asks the system how large a cell is, and `ability.py` whether Pillow is there. Only `raster.py`
knows Pillow, which is an extra, and it is imported when a picture is decoded, never before.
"""
