CREATE TABLE permission_seen (
    connection TEXT NOT NULL REFERENCES connection(id) ON DELETE CASCADE,
    client_id  TEXT NOT NULL,
    point      TEXT NOT NULL,
    number     INTEGER NOT NULL,
    state      TEXT NOT NULL,
    first_at   TEXT NOT NULL,
    last_at    TEXT NOT NULL,
    checks     INTEGER NOT NULL,
    PRIMARY KEY (connection, client_id, point, number)
) STRICT, WITHOUT ROWID;
