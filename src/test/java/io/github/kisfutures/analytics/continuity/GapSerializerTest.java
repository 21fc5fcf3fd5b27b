package io.github.kisfutures.analytics.continuity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.api.common.typeutils.SerializerTestBase;
import org.apache.flink.api.common.typeutils.TypeSerializer;

class GapSerializerTest extends SerializerTestBase<Gap> {
  private static final LocalDate DATE = LocalDate.of(2026, 7, 10);
  private static final BigDecimal PRICE = new BigDecimal("77900.1250");
  private static final Instant TIME = Instant.parse("2026-07-10T00:16:39.120Z");

  @Override
  protected TypeSerializer<Gap> createSerializer() {
    return new GapSerializer();
  }

  @Override
  protected boolean allowNullInstances(TypeSerializer<Gap> serializer) {
    return true;
  }

  @Override
  protected void testInstantiate() {
    // there is no empty gap
  }

  @Override
  protected int getLength() {
    return -1;
  }

  @Override
  protected Class<Gap> getTypeClass() {
    return Gap.class;
  }

  @Override
  protected Gap[] getTestData() {
    return new Gap[] {
      new Gap("111V06", DATE, 0, 7, 7L, 70_000L, null, TIME, GapCause.LATE_JOIN, PRICE),
      new Gap("111V06", DATE, 9, 12, 3L, -5L, TIME, TIME.plusMillis(1), GapCause.RECONNECT, PRICE),
      new Gap("A50607", DATE, 9, 12, 3L, 5L, TIME, TIME, GapCause.RESTART, PRICE),
      new Gap("A50607", DATE, 9, 12, 3L, 5L, TIME, TIME, GapCause.NOT_SENT, PRICE),
      new Gap("A50607", DATE, 1, 2, 1L, Long.MIN_VALUE, TIME, TIME, GapCause.UNKNOWN, null),
      Gap.counters("A50607", DATE, 9, 2, TIME, TIME.plusMillis(1))
    };
  }
}
