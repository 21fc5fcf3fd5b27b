package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A session in virtual time with a server played by the test. */
final class SessionFixture {
  static final String KEY = "APPKEYAPPKEYAPPKEYAPPKEYAPPKEYAPPKEY";
  static final String SECRET = "SECRETSECRETSECRETSECRETSECRET";

  static final FeedSettings SETTINGS =
      FeedSettings.defaults()
          .withReconnect(
              new ReconnectSettings(
                  Duration.ofSeconds(5), Duration.ofMinutes(5), 0, Duration.ofSeconds(20)));

  final ManualScheduler time = new ManualScheduler();
  final FakeTransports transports = new FakeTransports();
  final List<CompletableFuture<String>> approvals = new ArrayList<>();
  final List<FeedMessage> messages = new ArrayList<>();
  final HandOff handOff;
  final FeedSession session;

  /** Whether approval requests are answered at once, with a new key each. */
  boolean approving = true;

  SessionFixture(FeedSettings settings, SessionPast past, String... contracts) {
    handOff = new HandOff(settings.queueCapacity(), time);
    FeedEnvironment environment =
        new FeedEnvironment(time, time, this::approve, transports, new Random(1));
    session =
        new FeedSession(
            "s1",
            new Credentials(KEY, SECRET),
            List.of(contracts),
            past,
            settings,
            environment,
            handOff);
  }

  SessionFixture(String... contracts) {
    this(SETTINGS, SessionPast.NONE, contracts);
  }

  private CompletableFuture<String> approve(Credentials credentials) {
    assertThat(credentials.appKey()).isEqualTo(KEY);
    CompletableFuture<String> answer = new CompletableFuture<>();
    approvals.add(answer);
    if (approving) {
      answer.complete(approvalKey(approvals.size()));
    }
    return answer;
  }

  /** Not in the form of a UUID, so that only knowledge of the key redacts it. */
  static String approvalKey(int number) {
    return "approval-key-number-" + number;
  }

  void start() {
    session.start();
    time.run();
  }

  void open() {
    transports.last().listener.onOpen();
    time.run();
  }

  /** A text arrives; what it causes runs. */
  void text(String text) {
    transports.last().listener.onText(text);
    time.run();
  }

  void drop(int code, String reason) {
    transports.last().listener.onClosed(code, reason, true);
    time.run();
  }

  void advance(Duration duration) {
    time.advance(duration);
  }

  /** Start, open, and every contract registered. */
  void live() {
    start();
    open();
    acknowledgeAll();
    assertThat(session.state()).isEqualTo(SessionState.LIVE);
  }

  /** Answers requests as they come until the session is live. */
  void acknowledgeAll() {
    FakeTransports.Connection connection = transports.last();
    int answered = 0;
    while (session.state() == SessionState.SUBSCRIBING) {
      while (answered < connection.sent.size()) {
        text(
            reply(
                contractOf(connection.sent.get(answered++)), "0", "OPSP0000", "SUBSCRIBE SUCCESS"));
      }
      if (session.state() == SessionState.SUBSCRIBING) {
        advance(SETTINGS.subscribeInterval());
      }
    }
  }

  static String contractOf(String request) {
    String member = "\"tr_key\":\"";
    int start = request.indexOf(member) + member.length();
    return request.substring(start, request.indexOf('"', start));
  }

  static String reply(String contract, String rtCd, String code, String message) {
    return "{\"header\":{\"tr_id\":\"H0ZFCNT0\",\"tr_key\":\""
        + contract
        + "\",\"encrypt\":\"N\"},"
        + bodyOf(rtCd, code, message);
  }

  static String headless(String rtCd, String code, String message) {
    return "{" + bodyOf(rtCd, code, message);
  }

  static String inUse() {
    return "{\"header\":{\"tr_id\":\"(null)\",\"tr_key\":\"\",\"encrypt\":\"N\"},"
        + bodyOf("9", "OPSP8996", "ALREADY IN USE appkey");
  }

  private static String bodyOf(String rtCd, String code, String message) {
    return "\"body\":{\"rt_cd\":\""
        + rtCd
        + "\",\"msg_cd\":\""
        + code
        + "\",\"msg1\":\""
        + message
        + "\"}}";
  }

  /** Everything handed off so far, drained. */
  List<FeedMessage> messages() {
    handOff.drainTo(messages, Integer.MAX_VALUE);
    return messages;
  }

  List<FeedEvent> events() {
    return messages().stream()
        .filter(FeedEvent.class::isInstance)
        .map(FeedEvent.class::cast)
        .toList();
  }

  List<FeedEvent.Kind> kinds() {
    return events().stream().map(FeedEvent::kind).toList();
  }

  FeedEvent lastEvent() {
    List<FeedEvent> events = events();
    return events.get(events.size() - 1);
  }

  FeedEvent event(FeedEvent.Kind kind) {
    return events().stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
  }

  /** Kinds of events and texts of frames, in order. */
  List<String> story() {
    return messages().stream()
        .map(
            m ->
                m instanceof FeedMessage.Frame frame
                    ? frame.frame().text()
                    : ((FeedEvent) m).kind().toString())
        .toList();
  }

  URI url() {
    return SETTINGS.webSocketUrl();
  }
}
