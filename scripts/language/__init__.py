"""What the site says and in which language: words, vocabulary, citations. Whatever speaks may enter; nothing here computes mathematics."""
