"""What the sections of the language share: entries, collections, references and the words of an author."""
