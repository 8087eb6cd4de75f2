-- Settings and the store. A salted trace of each secret: enough to see that another one lies in its place.
CREATE TABLE secret_print (
    name TEXT PRIMARY KEY,
    kept TEXT,
    next TEXT
) STRICT;
