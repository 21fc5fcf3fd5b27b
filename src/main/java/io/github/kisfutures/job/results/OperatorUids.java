package io.github.kisfutures.job.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;

/**
 * Gives every operator that has no uid one: those of the results script. Flink would make them up
 * from how operators are chained, which changes with the parallelism, and a savepoint would not fit
 * the same job any more.
 *
 * <p>A uid is made of the nearest uids upstream and the operator's name, as {@code
 * bars-rows/StreamingFileWriter}; where that is taken, with a number in the order of the script.
 */
public final class OperatorUids {
  /** The planner's names may end in a number that counts per JVM. */
  private static final Pattern PLAN_NUMBER = Pattern.compile("\\[\\d+]");

  private final Map<Transformation<?>, String> bases = new HashMap<>();
  private final Map<String, Integer> taken = new HashMap<>();

  private OperatorUids() {}

  /** Completes the uids of all operators of the environment's job. */
  public static void complete(StreamExecutionEnvironment env) {
    OperatorUids uids = new OperatorUids();
    env.getTransformations().forEach(uids::baseOf);
  }

  /** What uids downstream of a transformation begin with. */
  private String baseOf(Transformation<?> transformation) {
    String known = bases.get(transformation);
    if (known != null) {
      return known;
    }
    String base = transformation.getUid();
    if (base == null) {
      String upstream = upstreamOf(transformation);
      base = upstream;
      if (transformation instanceof PhysicalTransformation) {
        transformation.setUid(free(upstream + "/" + nameOf(transformation)));
      }
    }
    bases.put(transformation, base);
    return base;
  }

  private String upstreamOf(Transformation<?> transformation) {
    List<Transformation<?>> inputs = transformation.getInputs();
    return inputs.stream().map(this::baseOf).distinct().collect(Collectors.joining("+"));
  }

  private String free(String uid) {
    int count = taken.merge(uid, 1, Integer::sum);
    return count == 1 ? uid : uid + "-" + count;
  }

  private static String nameOf(Transformation<?> transformation) {
    return PLAN_NUMBER.matcher(transformation.getName()).replaceAll("");
  }
}
