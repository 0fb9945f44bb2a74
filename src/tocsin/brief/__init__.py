"""Briefs: what is reported, disputed and changed, each sentence with the statement that holds it. A View enters, pages leave."""
