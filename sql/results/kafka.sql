-- Writes every result table to Kafka as JSON, exactly once: a row is visible to read_committed consumers with the
-- checkpoint that made it final. Topics: kis.ticks, kis.bars, kis.alerts, kis.gaps, kis.late_ticks, kis.rejected_frames,
-- kis.feed_events; the key is the contract (of the last two the session). Needs results.kafka.bootstrap-servers.
-- Topics that are missing are made with the broker's defaults; run and replay do that before they start.
-- Two jobs on the same brokers each need a results.kafka.transactional-id-prefix of their own, or they end each
-- other's transactions. A job that starts without a checkpoint ends what a killed one has left open. A job that is
-- down for longer than the transaction timeout (15 minutes, the most that brokers allow by default) can lose rows.

CREATE TEMPORARY TABLE kafka_ticks WITH (
  'connector' = 'kafka',
  'topic' = 'kis.ticks',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-ticks',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'contract',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.ticks;

INSERT INTO kafka_ticks SELECT * FROM ticks;

CREATE TEMPORARY TABLE kafka_bars WITH (
  'connector' = 'kafka',
  'topic' = 'kis.bars',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-bars',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'contract',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.bars;

INSERT INTO kafka_bars SELECT * FROM bars;

CREATE TEMPORARY TABLE kafka_alerts WITH (
  'connector' = 'kafka',
  'topic' = 'kis.alerts',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-alerts',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'contract',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.alerts;

INSERT INTO kafka_alerts SELECT * FROM alerts;

CREATE TEMPORARY TABLE kafka_gaps WITH (
  'connector' = 'kafka',
  'topic' = 'kis.gaps',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-gaps',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'contract',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.gaps;

INSERT INTO kafka_gaps SELECT * FROM gaps;

CREATE TEMPORARY TABLE kafka_late_ticks WITH (
  'connector' = 'kafka',
  'topic' = 'kis.late_ticks',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-late-ticks',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'contract',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.late_ticks;

INSERT INTO kafka_late_ticks SELECT * FROM late_ticks;

CREATE TEMPORARY TABLE kafka_rejected_frames WITH (
  'connector' = 'kafka',
  'topic' = 'kis.rejected_frames',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-rejected-frames',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'session',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.rejected_frames;

INSERT INTO kafka_rejected_frames SELECT * FROM rejected_frames;

CREATE TEMPORARY TABLE kafka_feed_events WITH (
  'connector' = 'kafka',
  'topic' = 'kis.feed_events',
  'properties.bootstrap.servers' = '${results.kafka.bootstrap-servers}',
  'properties.transaction.timeout.ms' = '900000',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = '${results.kafka.transactional-id-prefix}-feed-events',
  'sink.transaction-naming-strategy' = 'POOLING',
  'key.format' = 'raw',
  'key.fields' = 'session',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'value.json.encode.decimal-as-plain-number' = 'true'
) LIKE columns_of.feed_events;

INSERT INTO kafka_feed_events SELECT * FROM feed_events;
