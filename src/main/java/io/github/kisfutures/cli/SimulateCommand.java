package io.github.kisfutures.cli;

import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.market.ContractCode;
import io.github.kisfutures.simulator.CaptureReplay;
import io.github.kisfutures.simulator.DefaultContracts;
import io.github.kisfutures.simulator.FaultPlan;
import io.github.kisfutures.simulator.FrameSource;
import io.github.kisfutures.simulator.KisSimulator;
import io.github.kisfutures.simulator.MarketSettings;
import io.github.kisfutures.simulator.SimulatorSettings;
import io.github.kisfutures.simulator.script.FaultScript;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The KIS-speaking server alone. */
@Command(
    name = "simulate",
    description =
        "Serves the KIS protocol, on loopback: WebSocket on PORT, approval endpoint on PORT + 1. "
            + "Any app key is accepted. Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "21000",
      paramLabel = "N",
      description = "Port of the WebSocket; the approval endpoint has the next (default: 21000).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Listen on this address, as in a container (default: loopback).")
  private @Nullable String bind;

  @Option(
      names = "--contracts",
      split = "[,;]",
      paramLabel = "CODE",
      description = "Contracts of the market (default: ten plausible ones).")
  private List<String> contracts = new ArrayList<>();

  @Option(
      names = "--rate",
      defaultValue = "50",
      paramLabel = "N",
      description = "Trades per second over all contracts (default: 50).")
  private double rate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Same seed, same day (default: 1).")
  private long seed;

  @Option(
      names = "--replay",
      paramLabel = "CAPTURE",
      description = "Serve captured frames (file or directory) instead of a market.")
  private @Nullable Path replay;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "X",
      description = "Pace of --replay: 1 original, 10 ten times faster, 0 as fast as possible.")
  private double speed;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "Misbehave as a fault script (YAML) says; docs/simulator.md says how.")
  private @Nullable Path faults;

  @Override
  public Integer call() throws InterruptedException {
    InetAddress address = address();
    SimulatorSettings settings =
        checked(
            "--port",
            () ->
                SimulatorSettings.defaults()
                    .withAddress(address)
                    .withPorts(port, port == 0 ? 0 : port + 1)
                    .withAccounts(List.of())
                    .withRetention(false));
    FrameSource source = replay == null ? market() : FrameSource.replay(pace(replay));
    KisSimulator simulator = started(KisSimulator.of(settings, source, plan()));
    OnExit.add(simulator::close);
    System.out.println("feed.websocket-url: " + simulator.webSocketUri());
    System.out.println("feed.rest-url: " + simulator.restUri());
    if (!address.isLoopbackAddress()) {
      System.err.println(
          "Warning: whoever reaches "
              + address.getHostAddress()
              + " of this machine can use the simulator; without --bind nobody else can.");
    }
    System.err.println("Any KIS_APP_KEY and KIS_APP_SECRET will do. Ctrl-C ends the simulator.");
    new CountDownLatch(1).await();
    return 0;
  }

  private static KisSimulator started(KisSimulator simulator) {
    try {
      return simulator.start();
    } catch (UncheckedIOException e) {
      throw new UnreachableException("--port: " + e.getMessage());
    }
  }

  private InetAddress address() {
    if (bind == null) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new ConfigurationException(
          "--bind: '" + bind + "' is no address; name one of this machine's, or 0.0.0.0 for all");
    }
  }

  private FaultPlan plan() {
    Path script = faults;
    return script == null ? FaultPlan.NONE : checked("--faults", () -> FaultScript.of(script));
  }

  private CaptureReplay pace(Path capture) {
    CaptureArgument.read("--replay", capture);
    double pace = speed == 0 ? CaptureReplay.AS_FAST_AS_POSSIBLE : speed;
    return checked("--speed", () -> new CaptureReplay(capture, pace, 1));
  }

  private FrameSource market() {
    List<String> codes = contracts.isEmpty() ? DefaultContracts.CODES : contracts;
    checked("--contracts", () -> codes.stream().map(ContractCode::require).toList());
    return FrameSource.market(checked("--rate", () -> new MarketSettings(codes, rate, seed)));
  }

  /** What is made of an option's value; says which option it was if that cannot be. */
  private static <T> T checked(String option, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(option + ": " + e.getMessage());
    }
  }
}
