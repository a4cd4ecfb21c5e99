"""What is measured rather than promised, and what trains the models: run by hand, never with the tests."""
