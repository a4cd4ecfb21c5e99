"""What the reader promises, a claim a test; a file for each module, stories for the screen, pages with their truth."""
