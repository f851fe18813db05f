"""The search behind the theme's box: an index in shards made here, and the worker in the browser that reads it."""
