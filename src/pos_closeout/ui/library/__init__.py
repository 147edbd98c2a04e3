"""The library beside the wizard: rules, articles, guidance and words, to look up and to search."""
