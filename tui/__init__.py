"""The room that knows keys, colours and the command line; it asks the library and draws the answers."""
