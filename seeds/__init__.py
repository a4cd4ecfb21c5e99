"""Three pages as readers paste them, byte for byte: what a new library shows first. Data only."""
