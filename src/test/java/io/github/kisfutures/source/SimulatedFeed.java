package io.github.kisfutures.source;

import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.ReconnectSettings;
import io.github.kisfutures.reference.SampleRecord;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.SimulatedAccount;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.source.enumerator.SessionPlan;
import io.github.kisfutures.source.reader.LiveSessions;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.testframe.external.ExternalContextFactory;
import org.apache.flink.connector.testframe.external.ExternalSystemSplitDataWriter;
import org.apache.flink.connector.testframe.external.source.DataStreamSourceExternalContext;
import org.apache.flink.connector.testframe.external.source.TestingSourceSettings;

/**
 * The external system of Flink's test suite: a simulator with an app key for each of four
 * contracts. What the suite calls a split is a contract, and a record is a trade's contract and
 * cumulative volume.
 */
final class SimulatedFeed implements DataStreamSourceExternalContext<String> {
  private static final int CONTRACTS = 4;

  private final KisSimulator simulator;
  private final Path credentials;
  private final KeptFrames frames = new KeptFrames(CONTRACTS);
  private final AtomicInteger writers = new AtomicInteger();

  /** Makes a feed for each case. */
  static final class Factory implements ExternalContextFactory<SimulatedFeed> {
    @Override
    public SimulatedFeed createExternalContext(String testName) {
      try {
        return new SimulatedFeed();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private SimulatedFeed() throws IOException {
    List<SimulatedAccount> accounts =
        IntStream.range(0, CONTRACTS)
            .mapToObj(
                i -> new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000" + i, "secret"))
            .toList();
    simulator =
        KisSimulator.of(SimulatorSettings.defaults().withAccounts(accounts), frames).start();
    StringBuilder yaml = new StringBuilder();
    for (SimulatedAccount account : accounts) {
      yaml.append("- {app-key: ").append(account.appKey()).append(", app-secret: secret}\n");
    }
    credentials =
        Files.createTempFile(
            "credentials",
            ".yaml",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(credentials, yaml);
  }

  static String contract(int index) {
    return "A1160" + index;
  }

  @Override
  public Source<String, ?, ?> createSource(TestingSourceSettings settings) {
    FeedSettings feed =
        FeedSettings.defaults()
            .withServers(simulator.webSocketUri(), simulator.restUri())
            .withTimes(Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofSeconds(60))
            .withReconnect(
                new ReconnectSettings(
                    Duration.ofMillis(200), Duration.ofSeconds(1), 0.2, Duration.ofMillis(200)));
    LiveSessions sessions = new LiveSessions(feed, new CredentialsReference("file:" + credentials));
    SessionPlan plan =
        SessionPlan.of(
            IntStream.range(0, CONTRACTS).mapToObj(SimulatedFeed::contract).toList(),
            CONTRACTS,
            1,
            1);
    KisSource<String> source = new KisSource<>(plan, sessions, new KeyDeserializer());
    if (settings.getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED) {
      return source;
    }
    frames.endWhenRead();
    return source.until(KeyDeserializer::isEnd);
  }

  @Override
  public ExternalSystemSplitDataWriter<String> createSourceSplitDataWriter(
      TestingSourceSettings settings) {
    String contract = contract(writers.getAndIncrement());
    return new ExternalSystemSplitDataWriter<>() {
      @Override
      public void writeRecords(List<String> records) {
        records.forEach(record -> frames.add(contract, frame(record)));
      }

      @Override
      public void close() {}
    };
  }

  static String frame(String record) {
    int space = record.indexOf(' ');
    return SampleRecord.frame(
        SampleRecord.official()
            .with("contract", record.substring(0, space))
            .with("cumulative_volume", record.substring(space + 1)));
  }

  @Override
  public List<String> generateTestData(TestingSourceSettings settings, int split, long seed) {
    Random random = new Random(seed);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 50 + random.nextInt(50); i++) {
      records.add(contract(split) + " " + random.nextLong(1_000_000_000));
    }
    return records;
  }

  @Override
  public TypeInformation<String> getProducedType() {
    return Types.STRING;
  }

  @Override
  public List<URL> getConnectorJarPaths() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    simulator.close();
    Files.deleteIfExists(credentials);
  }
}
