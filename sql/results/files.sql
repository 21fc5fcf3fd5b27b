-- Writes every result table as JSON lines, one directory a table, below the option results.path.
-- Part files are closed every second and become visible with the next checkpoint, or at the end of a replay.

CREATE TEMPORARY TABLE files_ticks WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/ticks',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.ticks;

INSERT INTO files_ticks SELECT * FROM ticks;

CREATE TEMPORARY TABLE files_bars WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/bars',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.bars;

INSERT INTO files_bars SELECT * FROM bars;

CREATE TEMPORARY TABLE files_alerts WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/alerts',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.alerts;

INSERT INTO files_alerts SELECT * FROM alerts;

CREATE TEMPORARY TABLE files_gaps WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/gaps',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.gaps;

INSERT INTO files_gaps SELECT * FROM gaps;

CREATE TEMPORARY TABLE files_late_ticks WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/late_ticks',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.late_ticks;

INSERT INTO files_late_ticks SELECT * FROM late_ticks;

CREATE TEMPORARY TABLE files_rejected_frames WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/rejected_frames',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.rejected_frames;

INSERT INTO files_rejected_frames SELECT * FROM rejected_frames;

CREATE TEMPORARY TABLE files_feed_events WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/feed_events',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601',
  'json.encode.decimal-as-plain-number' = 'true',
  'sink.rolling-policy.rollover-interval' = '1 s',
  'sink.rolling-policy.inactivity-interval' = '1 s',
  'sink.rolling-policy.check-interval' = '1 s'
) LIKE columns_of.feed_events;

INSERT INTO files_feed_events SELECT * FROM feed_events;
