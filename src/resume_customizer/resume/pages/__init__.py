"""Pages: how many a document fills on its own layout, without a word processor.

    parts  ->  settings  ->  runs, words, lines  ->  blocks  ->  flow  ->  counting

Nothing is imported here: most commands never count pages.
"""
