package io.github.kisfutures.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kisfutures.docs.Page;
import io.github.kisfutures.job.LiveJob;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/cluster.md}: a cluster for this job alone, the job jar in {@code usrlib/}, app keys
 * in the environment.
 */
@Timeout(200)
class ApplicationClusterITCase {
  private static final List<String> CONTRACTS = List.of("A11610", "111V06");
  private static final SimulatedAccount ACCOUNT =
      new SimulatedAccount("PLEAKTEST0123456789abcdefghijklmnopq", "leak/test+secret==0123456789");

  @TempDir Path directory;

  @Test
  void barsCome() throws Exception {
    Page page = Page.of("docs/cluster.md");
    SimulatorSettings server = SimulatorSettings.defaults().withAccounts(List.of(ACCOUNT));
    Map<String, String> secrets =
        Map.of("KIS_APP_KEY", ACCOUNT.appKey(), "KIS_APP_SECRET", ACCOUNT.appSecret());
    String configuration =
        page.yaml("# conf/config.yaml")
            .replace("/var/lib/flink", directory.toString())
            .replace("interval: 10 s", "interval: 400 ms");
    try (KisSimulator simulator =
            KisSimulator.withMarket(server, new MarketSettings(CONTRACTS, 60, 5)).start();
        StandaloneCluster cluster =
            StandaloneCluster.in(directory.resolve("flink"), configuration, secrets)) {
      cluster.home().with("usrlib", JarsITCase.JOB);
      List<String> start =
          page.arguments(
              "bin/standalone-job.sh start", Map.of("my.yaml", configuration(simulator)));
      cluster.startApplication(start.subList(1, start.size()));
      cluster.startTaskManager();

      Ledger ledger = new Ledger(directory.resolve("results"), simulator, CONTRACTS);
      ledger.awaitMore("bars", 4);

      String job = cluster.get("/jobs").path("jobs").path(0).path("id").asText();
      assertThat(cluster.get("/jobs/" + job + "/checkpoints/config").path("interval").asInt())
          .as("our default does not win over config.yaml")
          .isEqualTo(400);
      assertThat(ledger.rows("bars"))
          .allMatch(bar -> CONTRACTS.contains(bar.get("contract").asText()));
      for (String log : List.of("jobmanager", "taskmanager-1")) {
        assertThat(Files.readString(cluster.home().log(log)))
            .as(log)
            .isNotEmpty()
            .doesNotContain(ACCOUNT.appKey(), ACCOUNT.appSecret())
            .doesNotContain(simulator.approvalKeys());
      }
    }
  }

  private String configuration(KisSimulator simulator) throws Exception {
    Map<String, String> options = LiveJob.options(simulator, directory, CONTRACTS, ACCOUNT);
    options.remove("execution.checkpointing.interval"); // config.yaml says it
    options.put("feed.credentials", "env");
    options.put("results.script", Path.of("sql/results/files.sql").toAbsolutePath().toString());
    options.put("analytics.windows", "1 s");
    options.put("parallelism.default", "1");
    StringBuilder yaml = new StringBuilder();
    options.forEach((key, value) -> yaml.append(key).append(": \"").append(value).append("\"\n"));
    return Files.writeString(directory.resolve("my.yaml"), yaml).toString();
  }
}
