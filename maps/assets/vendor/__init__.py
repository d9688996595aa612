"""Makes ``maps/static/vendor``: scripts of others, cut to what pages use, minified.

Run rarely (``make vendor``); needs the extra ``refresh`` and npm. A build only reads
the files that it has written.
"""
