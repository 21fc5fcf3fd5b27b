-- Writes every result table as Parquet, one directory a table, below the option results.path. Part files are closed
-- with every checkpoint (a replay without checkpoints: at its end), so a long interval makes large files. Times are
-- instants in UTC, in milliseconds. Needs flink-parquet and a few of Hadoop's classes, which are not in the job's jar:
-- docs/results.md, "Parquet".

CREATE TEMPORARY TABLE files_ticks WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/ticks',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.ticks;

INSERT INTO files_ticks SELECT * FROM ticks;

CREATE TEMPORARY TABLE files_bars WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/bars',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.bars;

INSERT INTO files_bars SELECT * FROM bars;

CREATE TEMPORARY TABLE files_alerts WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/alerts',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.alerts;

INSERT INTO files_alerts SELECT * FROM alerts;

CREATE TEMPORARY TABLE files_gaps WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/gaps',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.gaps;

INSERT INTO files_gaps SELECT * FROM gaps;

CREATE TEMPORARY TABLE files_late_ticks WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/late_ticks',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.late_ticks;

INSERT INTO files_late_ticks SELECT * FROM late_ticks;

CREATE TEMPORARY TABLE files_rejected_frames WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/rejected_frames',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.rejected_frames;

INSERT INTO files_rejected_frames SELECT * FROM rejected_frames;

CREATE TEMPORARY TABLE files_feed_events WITH (
  'connector' = 'filesystem',
  'path' = '${results.path}/feed_events',
  'format' = 'parquet',
  'parquet.utc-timezone' = 'true',
  'parquet.write.int64.timestamp' = 'true',
  'parquet.timestamp.time.unit' = 'millis',
  'parquet.compression' = 'GZIP'
) LIKE columns_of.feed_events;

INSERT INTO files_feed_events SELECT * FROM feed_events;
