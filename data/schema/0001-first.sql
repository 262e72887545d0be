-- The schema is the data inventory: each column says what it holds, whether it is personal, and which
-- rule deletes it. All instants are ms since the epoch, UTC. Personal fields stand in `record` alone,
-- which is sealed under the row's own key; `open_tag` is keyed over all the other columns of its row,
-- so that none of them can be changed unnoticed.

-- The keys of sealed records, each wrapped under the key of its ring (key >> 10). A number is never
-- used again.
CREATE TABLE sealkey (
  key     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- its number; not personal; goes with the record, or when that is written anew
  wrapped BLOB    NOT NULL                            -- the key, wrapped; not personal; the same
) STRICT;

-- The keys of rings, each wrapped under the key-encryption key.
CREATE TABLE ring (
  ring     INTEGER NOT NULL PRIMARY KEY, -- its number; not personal; goes with its last key
  wrapped  BLOB    NOT NULL,             -- the key, wrapped; not personal; goes with the row
  dirty    INTEGER NOT NULL,             -- 1 where a key of it was retired since its own key was drawn; not personal; goes with the row
  open_tag BLOB    NOT NULL              -- keyed over the above; not personal; goes with the row
) STRICT;

-- One row: which key-encryption key lives, and what is owed to those whose keys were retired.
CREATE TABLE vault (
  one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- 1; not personal; kept
  format      INTEGER NOT NULL, -- of this row and of rings, 1; not personal; kept
  holder      INTEGER NOT NULL, -- FoyerHolderKind, who holds the secret; not personal; kept
  pepper      INTEGER NOT NULL, -- whether the store was made with a pepper; not personal; kept
  kek_id      BLOB    NOT NULL, -- the living key-encryption key's id; not personal; until the next swap
  owed_since  INTEGER,          -- since when a swap is owed, or the end of the key before, NULL where none is; not personal; until it is paid
  owed_by     INTEGER,          -- until when a swap has to follow, NULL where none is owed; not personal; until it is paid
  swaps       INTEGER NOT NULL, -- how many swaps there were; not personal; kept
  swapped_at  INTEGER NOT NULL, -- when the last one was, or the store was made; not personal; until the next swap
  swapped_key INTEGER NOT NULL, -- the highest number of a key then; not personal; until the next swap
  record      BLOB    NOT NULL, -- the column key, sealed under key 1; not personal; kept
  open_tag    BLOB    NOT NULL  -- keyed over the above; not personal; kept
) STRICT;

-- One row a visit: one person's presence. The unit that is kept and deleted.
CREATE TABLE visit (
  id         BLOB    NOT NULL PRIMARY KEY, -- UUID version 7, 16 bytes; not personal; goes with the row
  type       TEXT    NOT NULL,             -- the visitor type's key; not personal; goes with the row
  state      INTEGER NOT NULL,             -- FoyerVisitState; not personal; goes with the row
  arrived_at INTEGER NOT NULL,             -- the sign-in, or when the visitor is expected; not personal; goes with the row
  left_at    INTEGER,                      -- the check-out, NULL without one; not personal; goes with the row
  closed_at  INTEGER,                      -- when the retention period began, NULL while open, of who is expected the end of that day; not personal; goes with the row
  days_told  INTEGER NOT NULL,             -- the period that the visitor was told, in days, 1 of who is expected; not personal; goes with the row
  site       TEXT    NOT NULL,             -- the site's name; not personal; goes with the row
  station    TEXT    NOT NULL,             -- the station's name; not personal; goes with the row
  code_hash  BLOB,                         -- BLAKE2b-256 of the badge code, NULL before it is valid, with a mark once it has brought its visitor back; not personal; until the end of the local day of leaving
  key        INTEGER NOT NULL,             -- the number of the record's key; not personal; goes with the row
  record     BLOB    NOT NULL,             -- personal: name, answers, host's id, badge code, the id of the visit it came with; goes with the row: closed_at + the shorter of days told and the period in force, of who never came closed_at + 1 day
  open_tag   BLOB    NOT NULL              -- keyed over the open columns; not personal; goes with the row
) STRICT;
CREATE INDEX visit_by_arrival ON visit (arrived_at DESC, id);
CREATE UNIQUE INDEX visit_by_code ON visit (code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX visit_open ON visit (type, arrived_at) WHERE closed_at IS NULL;
CREATE INDEX visit_by_close ON visit (type, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX visit_by_promise ON visit ((closed_at + days_told * 86400000)) WHERE closed_at IS NOT NULL;

-- That a visitor was shown a version of the notice: information given, not consent asked.
CREATE TABLE acknowledgement (
  visit    BLOB    NOT NULL PRIMARY KEY, -- the visit's id; not personal; goes with the visit
  notice   BLOB    NOT NULL,             -- the notice's id; not personal; goes with the visit
  shown_at INTEGER NOT NULL,             -- when; not personal; goes with the visit
  key      INTEGER NOT NULL,             -- the number of the record's key; not personal; goes with the visit
  record   BLOB    NOT NULL,             -- personal: the language that the screen was in; goes with the visit
  open_tag BLOB    NOT NULL              -- keyed over the open columns; not personal; goes with the visit
) STRICT;

-- Answers that a visitor asked to keep for next time: consent, which ends on the day that was told.
CREATE TABLE remembered (
  id        BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; goes with the row
  code_hash BLOB    NOT NULL,             -- BLAKE2b-256 of the code that brings them back; not personal; goes with the row
  visit     BLOB    NOT NULL,             -- the id of the visit that they were given for, also once that is deleted; not personal; goes with the row
  ends_at   INTEGER NOT NULL,             -- the moment that the visitor was told; not personal; goes with the row
  key       INTEGER NOT NULL,             -- the number of the record's key; not personal; goes with the row
  record    BLOB    NOT NULL,             -- personal: visitor type, name, host's id, answers; goes with the row: at ends_at, when taken back, or when the visit is erased
  open_tag  BLOB    NOT NULL              -- keyed over the open columns; not personal; goes with the row
) STRICT;
CREATE UNIQUE INDEX remembered_by_code ON remembered (code_hash);
CREATE UNIQUE INDEX remembered_by_visit ON remembered (visit);
CREATE INDEX remembered_by_end ON remembered (ends_at);

-- One version of the organisation's privacy notice, in one language. Never changed once published.
CREATE TABLE notice (
  id           BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; kept
  version      TEXT    NOT NULL,             -- the organisation's own name of it; not personal; kept
  dated        TEXT    NOT NULL,             -- its date, ISO 8601; not personal; kept
  language     TEXT    NOT NULL,             -- its language; not personal; kept
  days         INTEGER NOT NULL,             -- the period for visits that it names, 0 where none; not personal; kept
  why          TEXT,                         -- layer one, the notice's own line; not personal; kept
  who_sees_it  TEXT,                         -- the same
  your_rights  TEXT,                         -- the same
  imported_at  INTEGER NOT NULL,             -- when it was imported; not personal; kept
  published_at INTEGER                       -- when it was put in force, NULL before; not personal; kept
) STRICT;
CREATE TABLE notice_section (
  notice     BLOB    NOT NULL, -- the notice's id; not personal; goes with the notice
  position   INTEGER NOT NULL, -- its place in the notice, from 0; not personal; goes with the notice
  number     TEXT    NOT NULL, -- the notice's own number; not personal; goes with the notice
  title      TEXT    NOT NULL, -- its title; not personal; goes with the notice
  body       TEXT    NOT NULL, -- its words; not personal; goes with the notice
  kinds      INTEGER NOT NULL, -- FoyerNoticeKind, or'ed; not personal; goes with the notice
  in_excerpt INTEGER NOT NULL, -- whether it belongs to the excerpt; not personal; goes with the notice
  PRIMARY KEY (notice, position)
) STRICT;

-- The employees who can be visited.
CREATE TABLE host (
  id       BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; goes with the row
  added_at INTEGER NOT NULL,             -- when it was added; not personal; goes with the row
  key      INTEGER NOT NULL,             -- the number of the record's key; not personal; goes with the row
  record   BLOB    NOT NULL,             -- personal: name; goes with the row, 30 days after leaving
  open_tag BLOB    NOT NULL              -- keyed over the open columns; not personal; goes with the row
) STRICT;

-- Who may sign in at a desk.
CREATE TABLE staff (
  id       BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; goes with the row
  added_at INTEGER NOT NULL,             -- when it was added; not personal; goes with the row
  roles    INTEGER NOT NULL,             -- FoyerRole, or'ed; not personal; goes with the row
  tries    INTEGER NOT NULL,             -- sign-ins begun since the last success; not personal; goes with the row
  tried_at INTEGER NOT NULL,             -- when the last one was begun; not personal; goes with the row
  key      INTEGER NOT NULL,             -- the number of the record's key; not personal; goes with the row
  record   BLOB    NOT NULL,             -- personal: name, Argon2id of the password; goes with the row, 30 days after leaving
  open_tag BLOB    NOT NULL              -- keyed over the open columns; not personal; goes with the row
) STRICT;

-- A visitor type's retention period and longest stay, each from a moment on.
CREATE TABLE period (
  type         TEXT    NOT NULL, -- the visitor type's key; not personal; kept
  since        INTEGER NOT NULL, -- from when on; not personal; kept
  days         INTEGER NOT NULL, -- the retention period, in days; not personal; kept
  longest_stay INTEGER NOT NULL, -- in ms; not personal; kept
  PRIMARY KEY (type, since)
) STRICT;

-- The outbox: what has to leave the house. A letter holds ids only; it is opened when it is sent.
CREATE TABLE letter (
  id           BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; goes with the row
  kind         INTEGER NOT NULL,             -- FoyerLetterKind; not personal; goes with the row
  state        INTEGER NOT NULL,             -- FoyerLetterState; not personal; goes with the row
  visit        BLOB    NOT NULL,             -- the visit's id, of a test badge its own; not personal; goes with the row: when delivered, or when the visit closes
  station      TEXT    NOT NULL,             -- who carries it; not personal; goes with the row
  folder       TEXT,                         -- pdf:FOLDER that the badge's file may stand in, NULL on paper; not personal; goes with the row
  made_at      INTEGER NOT NULL,             -- when it was written; not personal; goes with the row
  leased_until INTEGER NOT NULL              -- who has taken it keeps it until then; not personal; goes with the row
) STRICT;
CREATE INDEX letter_by_visit ON letter (visit);
CREATE INDEX letter_by_station ON letter (station, state);

-- What kiosk and desk ask of each other: ids only.
CREATE TABLE call (
  id       BLOB    NOT NULL PRIMARY KEY, -- UUID version 7; not personal; goes with the row: when answered, when its visit closes, or a day after it was made
  kind     INTEGER NOT NULL,             -- FoyerCallKind; not personal; goes with the row
  station  TEXT    NOT NULL,             -- which kiosk; not personal; goes with the row
  page     TEXT    NOT NULL,             -- the name of the page it showed, never what was typed; not personal; goes with the row
  visit    BLOB,                         -- the id of the visit that it is about, NULL where of none; not personal; goes with the row
  made_at  INTEGER NOT NULL,             -- when; not personal; goes with the row
  taken_at INTEGER                       -- when somebody took it, NULL before; not personal; goes with the row
) STRICT;
CREATE UNIQUE INDEX call_by_visit ON call (visit, kind) WHERE visit IS NOT NULL;

-- What stays after a deletion: nobody's data.
CREATE TABLE deletion (
  run          BLOB    NOT NULL, -- the run's id; not personal; kept
  type         TEXT    NOT NULL, -- the visitor type's key, (expected) of who never came, (remembered) of answers kept for next time; not personal; kept
  days         INTEGER NOT NULL, -- the period in force, -1 where each visitor was told a date; not personal; kept
  visits       INTEGER NOT NULL, -- how many went; not personal; kept
  done_at      INTEGER NOT NULL, -- when; not personal; kept
  forgotten_at INTEGER,          -- when their keys were swapped away, NULL before; not personal; kept
  compacted_at INTEGER,          -- when the file was rewritten after it, NULL before; not personal; kept
  PRIMARY KEY (run, type, days)
) STRICT;

-- Who did what: append-only, opaque ids only, each chained to the one before.
CREATE TABLE audit (
  seq     INTEGER NOT NULL PRIMARY KEY, -- its number, without gaps; not personal; kept
  done_at INTEGER NOT NULL,             -- when; not personal; kept
  event   TEXT    NOT NULL,             -- what; not personal; kept
  staff   BLOB,                         -- the account's id, NULL where no person acts; not personal; kept
  roles   INTEGER NOT NULL,             -- FoyerRole, as whom; not personal; kept
  station TEXT    NOT NULL,             -- where; not personal; kept
  subject BLOB,                         -- the id of what it was done to; not personal; kept
  tag     BLOB,                         -- the open_tag of that row after it, NULL where it has none; not personal; kept
  chain   BLOB    NOT NULL              -- BLAKE2b-256 over the above, keyed with the one before; not personal; kept
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq) WHERE subject IS NOT NULL;

-- One row: where the audit trail ends, and the key that the next event is chained with.
CREATE TABLE audit_head (
  one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- 1; not personal; kept
  key    INTEGER NOT NULL,                             -- the number of the record's key; not personal; until the next event
  record BLOB    NOT NULL                              -- the last event's number and chain, sealed; not personal; until the next event
) STRICT;
