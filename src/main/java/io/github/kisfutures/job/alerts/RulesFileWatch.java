package io.github.kisfutures.job.alerts;

import io.github.kisfutures.analytics.alerts.AlertRule;
import io.github.kisfutures.analytics.alerts.AlertRules;
import io.github.kisfutures.analytics.alerts.AlertRulesSerializer;
import io.github.kisfutures.analytics.metrics.AnalyticsCounter;
import io.github.kisfutures.analytics.metrics.Tally;
import io.github.kisfutures.feed.FeedEvent;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.serialization.VersionedType;
import io.github.kisfutures.source.FeedEventSerializer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rules file with every tick and passes its rules on when they have changed. What
 * cannot be used is refused as a whole: logged, counted and an event, while the previous rules stay
 * in force ({@code docs/numbers.md}, "Alerts"). A text counts once it was the same at two ticks, so
 * that nobody reads a file that is half written. Runs with a parallelism of 1.
 */
final class RulesFileWatch extends ProcessFunction<Long, AlertRules>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RulesFileWatch.class);

  static final OutputTag<FeedEvent> EVENTS =
      new OutputTag<>(
          "rule-events", new VersionedType<>(FeedEvent.class, new FeedEventSerializer()));

  /** In place of a session in {@code feed_events}. */
  static final String ORIGIN = "alerts.rules";

  private static final ListStateDescriptor<AlertRules> STATE =
      new ListStateDescriptor<>("rules-in-force", AlertRulesSerializer.TYPE);

  private final RulesFile file;
  private final AlertRules startedWith;

  private transient ListState<AlertRules> kept;
  private transient AlertRules inForce;
  private transient Tally refused;

  /** What the last tick saw, and what was made of it; null before the first. */
  private transient @Nullable Look seen;

  private transient @Nullable Look judged;

  private transient boolean passedOn;

  /** Whether the file was refused last. */
  private transient boolean faulty;

  /** A text, or why there is none. */
  private record Look(@Nullable String text, @Nullable String problem) {}

  RulesFileWatch(RulesFile file, AlertRules startedWith) {
    this.file = file;
    this.startedWith = startedWith;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    kept = context.getOperatorStateStore().getListState(STATE);
    inForce = startedWith;
    for (AlertRules rules : kept.get()) {
      inForce = rules;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    kept.update(List.of(inForce));
  }

  @Override
  public void open(OpenContext context) {
    refused = AnalyticsCounter.ALERT_RULES_REFUSED.register(getRuntimeContext());
  }

  @Override
  public void processElement(Long tick, Context context, Collector<AlertRules> out) {
    Look look = look();
    boolean settled = look.equals(seen) && !look.equals(judged);
    seen = look;
    if (settled) {
      judged = look;
      judge(look, context, out);
    }
  }

  private Look look() {
    try {
      return new Look(file.text(), null);
    } catch (ConfigurationException e) {
      return new Look(null, e.getMessage());
    }
  }

  private void judge(Look look, Context context, Collector<AlertRules> out) {
    try {
      AlertRules rules = file.rules(text(look));
      boolean changed = !rules.equals(inForce);
      inForce = rules;
      if (changed || !passedOn) {
        out.collect(rules); // the first ones end what belongs to other rules of a job that goes on
        passedOn = true;
      }
      if (changed || faulty) {
        tell(FeedEvent.Kind.RULES_CHANGED, names(rules), context);
      }
      faulty = false;
    } catch (ConfigurationException e) {
      faulty = true;
      refused.add();
      LOG.warn("alert rules refused, the previous ones stay in force: {}", e.getMessage());
      tell(FeedEvent.Kind.RULES_REFUSED, String.valueOf(e.getMessage()), context);
    }
  }

  private static String text(Look look) {
    if (look.text() == null) {
      throw new ConfigurationException(Objects.requireNonNull(look.problem()));
    }
    return look.text();
  }

  private static String names(AlertRules rules) {
    return rules.rules().isEmpty()
        ? "no alert rules any more"
        : rules.rules().stream()
            .map(AlertRule::name)
            .collect(Collectors.joining(", ", "alert rules in force: ", ""));
  }

  private static void tell(FeedEvent.Kind kind, String detail, Context context) {
    long now = context.timerService().currentProcessingTime();
    context.output(EVENTS, new FeedEvent(now, ORIGIN, kind, null, null, detail));
  }
}
