"""The formats a page may come in, one file or folder each: a format's own mess stays where it is understood."""
