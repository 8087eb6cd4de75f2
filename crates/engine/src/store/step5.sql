ALTER TABLE connection ADD COLUMN key_change TEXT NOT NULL DEFAULT '{}';

CREATE TABLE evidence_aside (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    region     TEXT NOT NULL,
    task       TEXT NOT NULL,
    evidence   TEXT NOT NULL,
    aside_at   TEXT NOT NULL
) STRICT;
