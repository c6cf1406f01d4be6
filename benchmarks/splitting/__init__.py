"""The figures of `workbench.splitting` beside its peers: `make bench-splitting DATA=<folder>`.

One module a set, each with its ROWS (what must be reached), its FORMULA and a `measure`. The public sets are
not part of the project; their folder is given, and a set that isn't in it is named as not measured.
"""
