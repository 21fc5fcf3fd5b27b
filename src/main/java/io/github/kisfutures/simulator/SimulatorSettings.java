package io.github.kisfutures.simulator;

import io.github.kisfutures.market.ContractCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a simulated KIS behaves; begin with {@link #defaults()} and change what matters.
 *
 * @param address where the simulator listens: on loopback, unless others must reach it
 * @param webSocketPort port of the WebSocket, 0 for any free one
 * @param restPort port of the approval endpoint, 0 for any free one
 * @param accounts app keys accepted; where empty, any app key with any secret is
 * @param maxRegistrations contracts that a session may register; the next gets OPSP0008
 * @param slotHold how long an app key stays in use after its connection ended
 * @param pingPongInterval a stream idle for so long gets a PINGPONG
 * @param pingPongDeadline a PINGPONG unanswered for so long gets the connection cut
 * @param approvalLifetime how long an approval key can open a session
 * @param listedContracts contracts that may be registered; where empty, any well-formed code
 * @param retention whether {@link KisSimulator#sentFrames()} and {@link KisSimulator#tradesMade()}
 *     are kept; off for long runs, as they grow without bound
 */
public record SimulatorSettings(
    InetAddress address,
    int webSocketPort,
    int restPort,
    List<SimulatedAccount> accounts,
    int maxRegistrations,
    Duration slotHold,
    Duration pingPongInterval,
    Duration pingPongDeadline,
    Duration approvalLifetime,
    Set<String> listedContracts,
    boolean retention) {

  /** The account of {@link #defaults()}. */
  public static final SimulatedAccount DEFAULT_ACCOUNT =
      new SimulatedAccount("SIMULATEDAPPKEY00000000000000000000A", "simulated-app-secret");

  /** Limits of {@code docs/feed.md}, "Limits". */
  private static final int KIS_MAX_REGISTRATIONS = 41;

  private static final int MAX_PORT = 65_535;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException with one sentence, if one is out of range
   */
  public SimulatorSettings {
    accounts = List.copyOf(accounts);
    listedContracts = Set.copyOf(listedContracts);
    listedContracts.forEach(ContractCode::require);
    requirePort("WebSocket", webSocketPort);
    requirePort("REST", restPort);
    if (maxRegistrations < 1) {
      throw new IllegalArgumentException(
          "a session must be allowed at least 1 registration, not " + maxRegistrations);
    }
    requirePositive("PINGPONG interval", pingPongInterval);
    requirePositive("PINGPONG deadline", pingPongDeadline);
    requirePositive("life of an approval key", approvalLifetime);
    if (slotHold.isNegative()) {
      throw new IllegalArgumentException("the slot cannot be held for " + slotHold);
    }
  }

  /**
   * Free ports on loopback, one account ({@link #DEFAULT_ACCOUNT}), 41 registrations, no slot hold,
   * PINGPONG after 10 s idle with 10 s to answer, approval keys for 24 h, any contract, retention
   * on.
   */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        InetAddress.getLoopbackAddress(),
        0,
        0,
        List.of(DEFAULT_ACCOUNT),
        KIS_MAX_REGISTRATIONS,
        Duration.ZERO,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofHours(24),
        Set.of(),
        true);
  }

  /** Listening elsewhere: whoever reaches that address can use the simulator. */
  public SimulatorSettings withAddress(InetAddress other) {
    return new SimulatorSettings(
        other,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With other ports; 0 for any free one. */
  public SimulatorSettings withPorts(int webSocket, int rest) {
    return new SimulatorSettings(
        address,
        webSocket,
        rest,
        accounts,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With other accounts; none to accept any app key. */
  public SimulatorSettings withAccounts(List<SimulatedAccount> others) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        others,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With another limit of registrations. */
  public SimulatorSettings withMaxRegistrations(int limit) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        limit,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With app keys that stay in use for a while after their connection ended. */
  public SimulatorSettings withSlotHold(Duration hold) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        hold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With another rhythm of PINGPONG. */
  public SimulatorSettings withPingPong(Duration interval, Duration deadline) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        slotHold,
        interval,
        deadline,
        approvalLifetime,
        listedContracts,
        retention);
  }

  /** With approval keys that live shorter or longer. */
  public SimulatorSettings withApprovalLifetime(Duration lifetime) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        lifetime,
        listedContracts,
        retention);
  }

  /** With a list of contracts that exist; none for any. */
  public SimulatorSettings withListedContracts(Set<String> contracts) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        contracts,
        retention);
  }

  /** With or without the record of frames sent and trades made. */
  public SimulatorSettings withRetention(boolean kept) {
    return new SimulatorSettings(
        address,
        webSocketPort,
        restPort,
        accounts,
        maxRegistrations,
        slotHold,
        pingPongInterval,
        pingPongDeadline,
        approvalLifetime,
        listedContracts,
        kept);
  }

  InetSocketAddress webSocketAddress() {
    return new InetSocketAddress(address, webSocketPort);
  }

  InetSocketAddress restAddress() {
    return new InetSocketAddress(address, restPort);
  }

  private static void requirePort(String what, int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "the " + what + " port must be 0 (any) to " + MAX_PORT + ", not " + port);
    }
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("the " + what + " must be positive, not " + duration);
    }
  }
}
