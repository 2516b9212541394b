"""Records in, frames out: identity, topics, stories over the whole pile."""
