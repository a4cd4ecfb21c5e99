"""Who, what and where an article names: mentions, and one entity for each referent of a document."""
