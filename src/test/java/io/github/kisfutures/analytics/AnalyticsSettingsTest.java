package io.github.kisfutures.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kisfutures.market.ContractNames;
import io.github.kisfutures.market.Multipliers;
import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class AnalyticsSettingsTest {
  private static final Duration SETTLE = Duration.ofSeconds(3);

  @Test
  void travelsToTheCluster() throws Exception {
    AnalyticsSettings settings =
        new AnalyticsSettings(
            List.of(Duration.ofMinutes(1)), SETTLE, Multipliers.of(10), ContractNames.NONE);
    AnalyticsSettings clone = InstantiationUtil.clone(settings);

    assertThat(clone.windows()).isEqualTo(settings.windows());
    assertThat(clone.multipliers().of("111V06")).isEqualByComparingTo("10");
  }

  @Test
  void namesTheOptionThatIsWrong() {
    assertThatThrownBy(
            () -> new AnalyticsSettings(List.of(), SETTLE, Multipliers.of(10), ContractNames.NONE))
        .hasMessageContaining("analytics.windows");
    assertThatThrownBy(
            () ->
                new AnalyticsSettings(
                    List.of(Duration.ofMinutes(1)),
                    SETTLE.negated(),
                    Multipliers.of(10),
                    ContractNames.NONE))
        .hasMessageContaining("analytics.gap-settle-time");
  }
}
