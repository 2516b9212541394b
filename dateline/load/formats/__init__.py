"""One module a format: an Item's bytes in, a Raw an article out; what cannot be used is yielded as RefusedError."""
