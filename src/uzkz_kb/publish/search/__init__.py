"""The search behind the theme's box: an index in shards, and the worker in the browser that reads it."""
