-- Sessions, their turns, faces and trajectories, and the pictures. Times are milliseconds since 1970 (UTC),
-- latent codes are little-endian Float32, structured values are JSON.

CREATE TABLE images (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    model TEXT NOT NULL,
    seed INTEGER NOT NULL,
    dialog TEXT NOT NULL,
    reply TEXT NOT NULL,
    -- The turn whose face is the current one; 0 is the first face.
    head INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    FOREIGN KEY (id, head) REFERENCES faces (session_id, turn) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- One per session start and one per turn that changed the picture: a tree by parent.
CREATE TABLE faces (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    turn INTEGER NOT NULL,
    parent INTEGER,
    w BLOB NOT NULL,
    w_plus BLOB NOT NULL,
    noise_seed INTEGER NOT NULL,
    degrees TEXT NOT NULL,
    picture TEXT NOT NULL REFERENCES images (sha256),
    PRIMARY KEY (session_id, turn)
) STRICT;

CREATE INDEX faces_by_picture ON faces (picture);

CREATE TABLE turns (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0),
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    request TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    understanding TEXT,
    decision TEXT,
    outcome TEXT,
    walks TEXT NOT NULL,
    degrees_before TEXT NOT NULL,
    degrees_after TEXT,
    side_effects TEXT NOT NULL,
    identity_distance REAL,
    progress TEXT NOT NULL,
    reply TEXT,
    dialog TEXT,
    picture TEXT REFERENCES images (sha256),
    failure TEXT,
    created_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    PRIMARY KEY (session_id, number)
) STRICT;

CREATE INDEX turns_by_picture ON turns (picture);

-- At most one turn of a session is queued or running; also the list of what a crash interrupted.
CREATE UNIQUE INDEX active_turns ON turns (session_id) WHERE status IN ('queued', 'running');

CREATE TABLE steps (
    session_id TEXT NOT NULL,
    turn INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    attribute TEXT NOT NULL,
    target REAL NOT NULL,
    step INTEGER NOT NULL,
    latent_norm REAL NOT NULL,
    degrees TEXT NOT NULL,
    identity_distance REAL NOT NULL,
    w BLOB NOT NULL,
    w_plus BLOB NOT NULL,
    noise_seed INTEGER NOT NULL,
    PRIMARY KEY (session_id, turn, sequence),
    FOREIGN KEY (session_id, turn) REFERENCES turns (session_id, number) ON DELETE CASCADE
) STRICT;
