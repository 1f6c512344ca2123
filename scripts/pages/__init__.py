"""From what people wrote to plain Markdown: pages read, names resolved, markup set."""
