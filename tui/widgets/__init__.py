"""What is on the screen. Widgets receive values and post messages; none of them touches the library."""
