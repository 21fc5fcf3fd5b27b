package io.github.kisfutures.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreaTimeTest {
  @ParameterizedTest(name = "received {0}, traded at {1}: {2}")
  @CsvSource({
    // an ordinary trade, received after and (clocks differ) before its time
    "2026-07-10T09:16:39.620+09:00, 09:16:39, 2026-07-10T09:16:39+09:00",
    "2026-07-10T09:16:38.900+09:00, 09:16:39, 2026-07-10T09:16:39+09:00",
    // traded just before midnight, received just after it: the day before
    "2026-07-11T00:00:00.000+09:00, 23:59:59, 2026-07-10T23:59:59+09:00",
    "2026-07-11T00:00:01.400+09:00, 23:59:59, 2026-07-10T23:59:59+09:00",
    // our clock is behind: traded just after midnight, received just before it: the day after
    "2026-07-10T23:59:59.999+09:00, 00:00:00, 2026-07-11T00:00:00+09:00",
    "2026-07-10T23:59:58.000+09:00, 00:00:03, 2026-07-11T00:00:03+09:00",
    // exactly twelve hours on either side is within twelve hours: the day stays
    "2026-07-10T12:00:00.000+09:00, 00:00:00, 2026-07-10T00:00:00+09:00",
    "2026-07-10T00:00:00.000+09:00, 12:00:00, 2026-07-10T12:00:00+09:00",
    // one step further moves it
    "2026-07-10T12:00:00.001+09:00, 00:00:00, 2026-07-11T00:00:00+09:00",
    "2026-07-10T00:00:00.000+09:00, 12:00:01, 2026-07-09T12:00:01+09:00",
    // over the turn of month and year
    "2027-01-01T00:00:00.500+09:00, 23:59:59, 2026-12-31T23:59:59+09:00",
    "2026-12-31T23:59:59.500+09:00, 00:00:01, 2027-01-01T00:00:01+09:00",
    // the KST date counts, not that of UTC: 08:45 KST is still the day before in UTC
    "2026-07-10T08:45:00.300+09:00, 08:45:00, 2026-07-10T08:45:00+09:00",
    "2026-07-09T23:45:00.300Z, 08:45:00, 2026-07-10T08:45:00+09:00"
  })
  void eventTimeIsTheKstDateOfReceiptMovedWithinTwelveHours(
      OffsetDateTime received, LocalTime traded, OffsetDateTime expected) {
    long eventTime =
        KoreaTime.eventTimeMillis(received.toInstant().toEpochMilli(), traded.toSecondOfDay());

    assertThat(Instant.ofEpochMilli(eventTime)).isEqualTo(expected.toInstant());
  }

  @Test
  void eventTimeIsAlwaysWithinTwelveHoursAndAtTheTradesTime() {
    long seed = 20_260_710;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long received = random.nextLong(-1L << 41, 1L << 42);
      int second = random.nextInt(86_400);

      long eventTime = KoreaTime.eventTimeMillis(received, second);

      String input = "seed " + seed + ", received " + received + ", second " + second;
      assertThat(Math.abs(eventTime - received)).as(input).isLessThanOrEqualTo(43_200_000L);
      assertThat(KoreaTime.secondOfDay(eventTime)).as(input).isEqualTo(second);
    }
  }

  @Test
  void calendarArithmeticAgreesWithTheJdk() {
    long seed = 20_260_711;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long millis = random.nextLong(-1L << 41, 1L << 42);
      ZonedDateTime jdk = Instant.ofEpochMilli(millis).atZone(KoreaTime.OFFSET);
      String input = "seed " + seed + ", millis " + millis;

      assertThat(KoreaTime.date(millis)).as(input).isEqualTo(jdk.toLocalDate());
      assertThat(KoreaTime.epochDay(millis)).as(input).isEqualTo(jdk.toLocalDate().toEpochDay());
      assertThat(KoreaTime.secondOfDay(millis))
          .as(input)
          .isEqualTo(jdk.toLocalTime().toSecondOfDay());
      long midnight = jdk.toLocalDate().atStartOfDay(KoreaTime.OFFSET).toInstant().toEpochMilli();
      assertThat(KoreaTime.midnightMillis(millis)).as(input).isEqualTo(midnight);
      assertThat(KoreaTime.startOfDayMillis(jdk.toLocalDate().toEpochDay()))
          .as(input)
          .isEqualTo(midnight);
    }
  }

  @Test
  void theZoneHasTheOffsetToday() {
    Instant today = Instant.parse("2026-07-10T00:00:00Z");

    assertThat(KoreaTime.ZONE.getRules().getOffset(today)).isEqualTo(KoreaTime.OFFSET);
    assertThat(KoreaTime.date(today.toEpochMilli())).isEqualTo(LocalDate.of(2026, 7, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-10T00:16:39.120Z, 2026-07-10T09:16:39.120+09:00",
    "2026-07-10T15:00:00Z, 2026-07-11T00:00:00.000+09:00",
    "1969-12-31T23:59:59.999Z, 1970-01-01T08:59:59.999+09:00",
    "-0001-03-01T00:00:00Z, -0001-03-01T09:00:00.000+09:00"
  })
  void textIsIso8601WithMillisecondsAndZone(Instant instant, String text) {
    assertThat(KoreaTime.text(instant.toEpochMilli())).isEqualTo(text);
    assertThat(OffsetDateTime.parse(text).toInstant()).isEqualTo(instant);
  }
}
