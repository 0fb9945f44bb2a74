"""The public shapes: records become JSON objects, one a line, in the names and order that others rely on."""
