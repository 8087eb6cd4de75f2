-- What is being written, and what has left: a message that is about to leave is 'unknown' before it does.
CREATE TABLE message_draft (
    connection TEXT PRIMARY KEY REFERENCES connection(id) ON DELETE CASCADE,
    message    TEXT,
    robot      TEXT,
    me         TEXT
) STRICT;

INSERT INTO message_draft(connection, message)
    SELECT id, json_object('kind', 'text', 'title', '', 'text', message, 'mobiles', '', 'userIds', '', 'everyone', json('false'))
    FROM connection WHERE message <> '';

ALTER TABLE connection DROP COLUMN message;

CREATE TABLE message_sent (
    id         TEXT PRIMARY KEY,
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    at         TEXT NOT NULL,
    way        TEXT NOT NULL,
    target     TEXT NOT NULL,
    name       TEXT NOT NULL,
    opening    TEXT NOT NULL,
    digest     TEXT NOT NULL,
    number     TEXT NOT NULL,
    fate       TEXT NOT NULL,
    task_id    INTEGER,
    receipt    TEXT
) STRICT;

CREATE INDEX message_sent_by_time ON message_sent(connection, at);

ALTER TABLE robot ADD COLUMN security TEXT;
ALTER TABLE robot ADD COLUMN delivered_at TEXT;
ALTER TABLE robot ADD COLUMN rehearsal INTEGER NOT NULL DEFAULT 0;
