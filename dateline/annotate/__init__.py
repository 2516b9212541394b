"""Articles in, records out: names, quotations, dates. The only place that runs spaCy."""
