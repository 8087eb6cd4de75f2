-- A connection that is being taken from a hand-over file: its secrets may lie in the key store, and it is none yet.
CREATE TABLE arriving (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    robots   TEXT NOT NULL,
    secrets  INTEGER NOT NULL,
    begun_at TEXT NOT NULL
) STRICT;
