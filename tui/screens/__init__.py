"""The screens: the reader with its three panes, and the small dialogs over it."""
