"""One module a format: the bytes of an Item in, a Raw an article out; what cannot be used is yielded as RefusedError."""
