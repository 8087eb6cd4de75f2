ALTER TABLE connection ADD COLUMN app_name TEXT NOT NULL DEFAULT '';
ALTER TABLE connection ADD COLUMN checked_at TEXT;
ALTER TABLE connection ADD COLUMN finished_at TEXT;

CREATE TABLE asked (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    task       TEXT NOT NULL,
    who        TEXT NOT NULL,
    since      TEXT NOT NULL,
    asked_at   TEXT NOT NULL,
    times      INTEGER NOT NULL,
    checked_at TEXT,
    done_at    TEXT,
    PRIMARY KEY (connection, task)
) STRICT;

CREATE TABLE removal (
    connection TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    robots     TEXT NOT NULL,
    secrets    INTEGER NOT NULL,
    begun_at   TEXT NOT NULL
) STRICT;
