-- Reminders. One of each kind for a company, but certificates. What was set at the fifth stop goes on as one of them.
CREATE TABLE reminder (
    id          TEXT PRIMARY KEY,
    connection  TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    note        TEXT NOT NULL DEFAULT '',
    owner       TEXT NOT NULL DEFAULT '{"kind":"you"}',
    every_days  INTEGER,
    ahead_days  INTEGER NOT NULL DEFAULT 0,
    at          TEXT NOT NULL DEFAULT '09:30',
    due         TEXT,
    snoozed     TEXT,
    fact        TEXT,
    off         INTEGER NOT NULL DEFAULT 0,
    removed     INTEGER NOT NULL DEFAULT 0,
    exported    INTEGER NOT NULL DEFAULT 0,
    fired       TEXT,
    sequence    INTEGER NOT NULL DEFAULT 0,
    made_at     TEXT NOT NULL,
    changed_at  TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX reminder_of_kind ON reminder(connection, kind) WHERE kind <> 'certificate';

INSERT INTO reminder(id, connection, kind, every_days, due, made_at, changed_at)
    SELECT lower(hex(randomblob(16))), id, 'allow-list', reminder_days, reminder_next,
           strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
    FROM connection WHERE reminder_days IS NOT NULL AND reminder_next IS NOT NULL;

ALTER TABLE connection DROP COLUMN reminder_days;
ALTER TABLE connection DROP COLUMN reminder_next;
