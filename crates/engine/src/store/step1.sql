CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE connection (
    id                TEXT PRIMARY KEY,
    name              TEXT NOT NULL,
    region            TEXT NOT NULL,
    created_at        TEXT NOT NULL,
    given_hosts       TEXT,
    here              TEXT NOT NULL,
    register          TEXT NOT NULL,
    draft_corp_id     TEXT NOT NULL DEFAULT '',
    draft_client_id   TEXT NOT NULL DEFAULT '',
    draft_agent_id    TEXT NOT NULL DEFAULT '',
    working_keys      TEXT,
    secret_set_at     TEXT,
    candidate_length  INTEGER,
    purposes          TEXT NOT NULL DEFAULT '[]',
    points            TEXT NOT NULL DEFAULT '[]',
    message           TEXT NOT NULL DEFAULT '',
    trial_sends       INTEGER NOT NULL DEFAULT 0,
    clock_offset_ms   INTEGER NOT NULL DEFAULT 0,
    place             TEXT,
    address           TEXT,
    reminder_days     INTEGER,
    reminder_next     TEXT,
    refused           TEXT
) STRICT;

CREATE TABLE task (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    task       TEXT NOT NULL,
    evidence   TEXT,
    problem    TEXT,
    PRIMARY KEY (connection, task)
) STRICT;

CREATE TABLE robot (
    id             TEXT PRIMARY KEY,
    connection     TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    name           TEXT NOT NULL,
    webhook_host   TEXT NOT NULL DEFAULT '',
    webhook_set_at TEXT,
    secret_set_at  TEXT,
    keyword        TEXT,
    mode           TEXT
) STRICT;
