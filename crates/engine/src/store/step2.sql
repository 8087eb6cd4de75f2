CREATE TABLE event_seen (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    event      TEXT NOT NULL,
    seen_at    INTEGER NOT NULL,
    PRIMARY KEY (connection, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_seen_by_age ON event_seen(connection, seen_at);
