-- Where it runs: the one program that looks after this folder.
CREATE TABLE lease (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    -- Grows with each taking and never shrinks: what was begun under an older one is not written down.
    fence    INTEGER NOT NULL,
    -- Grows while the holder lives. It is counted, not dated: a clock that jumps says nothing about who is alive.
    beats    INTEGER NOT NULL,
    holder   TEXT,
    program  TEXT NOT NULL,
    pid      INTEGER NOT NULL,
    host     TEXT NOT NULL,
    boot     TEXT NOT NULL,
    -- Whether the holder has the file's lock, which the system takes from it when it dies.
    locked   INTEGER NOT NULL,
    since    TEXT NOT NULL
) STRICT;

INSERT INTO lease VALUES (1, 0, 0, NULL, '', 0, '', '', 0, '');
