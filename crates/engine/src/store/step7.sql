-- Check-ups, the address and the monthly quota.
CREATE TABLE checkup_run (
    id         TEXT PRIMARY KEY,
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    cause      TEXT NOT NULL,
    began_at   TEXT NOT NULL,
    -- Nothing while it is under way, and for ever if it was killed.
    ended_at   TEXT,
    -- Every check, and DingTalk was reached: it does for one that was due.
    counts     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX checkup_run_by_time ON checkup_run(connection, began_at);

CREATE TABLE checkup_result (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    run        TEXT NOT NULL REFERENCES checkup_run(id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    state      TEXT NOT NULL,
    at         TEXT NOT NULL,
    finding    TEXT NOT NULL,
    PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX checkup_result_by_time ON checkup_result(connection, name, at);

CREATE TABLE checkup_plan (
    connection TEXT PRIMARY KEY REFERENCES connection(id) ON DELETE CASCADE,
    times      TEXT NOT NULL,
    set_at     TEXT NOT NULL
) STRICT;

-- A run that was due, and whoever took it on.
CREATE TABLE checkup_slot (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    slot       TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    done_at    TEXT,
    PRIMARY KEY (connection, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE address_seen (
    connection  TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    ip          TEXT NOT NULL,
    source      TEXT NOT NULL,
    first_at    TEXT NOT NULL,
    last_at     TEXT NOT NULL,
    approved_at TEXT,
    approved_by TEXT,
    refused_at  TEXT,
    PRIMARY KEY (connection, ip)
) STRICT, WITHOUT ROWID;

CREATE TABLE quota_day (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    day        TEXT NOT NULL,
    calls      INTEGER NOT NULL,
    exempt     INTEGER NOT NULL,
    refused_at TEXT,
    PRIMARY KEY (connection, day)
) STRICT, WITHOUT ROWID;
