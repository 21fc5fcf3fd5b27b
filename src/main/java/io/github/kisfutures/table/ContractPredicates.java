package io.github.kisfutures.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.table.expressions.CallExpression;
import org.apache.flink.table.expressions.FieldReferenceExpression;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.expressions.ValueLiteralExpression;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/**
 * Understands predicates that name contracts: {@code contract = '...'}, {@code IN}, and {@code AND}
 * and {@code OR} of them. Of anything else it says nothing, so a condition never leaves out a row
 * that satisfies the predicate.
 *
 * <p>A literal is held against what a column shows of each contract, as Flink does: a {@code
 * VARCHAR(4)} shows {@code A116} of {@code A11610} and of {@code A11612}, a {@code CHAR(9)} shows
 * three blanks behind it, and blanks count.
 *
 * @param columns the columns that show the contract code, and how they show it
 * @param contracts short codes that the table has
 */
record ContractPredicates(Map<String, DeclaredText> columns, List<String> contracts) {

  /** What the predicate says of the contracts; nothing, if it does not name them. */
  Optional<ContractCondition> condition(ResolvedExpression predicate) {
    if (!(predicate instanceof CallExpression call)) {
      return Optional.empty();
    }
    FunctionDefinition function = call.getFunctionDefinition();
    List<ResolvedExpression> arguments = call.getResolvedChildren();
    if (function == BuiltInFunctionDefinitions.EQUALS) {
      return equality(arguments.get(0), arguments.get(1))
          .or(() -> equality(arguments.get(1), arguments.get(0)));
    }
    if (function == BuiltInFunctionDefinitions.IN) {
      return membership(arguments);
    }
    if (function == BuiltInFunctionDefinitions.AND) {
      return all(arguments);
    }
    if (function == BuiltInFunctionDefinitions.OR) {
      return any(arguments.stream().map(this::condition));
    }
    return Optional.empty();
  }

  private Optional<ContractCondition> equality(ResolvedExpression column, ResolvedExpression text) {
    return shown(column)
        .flatMap(shown -> literal(text).map(wanted -> showing(shown, wanted)))
        .map(ContractCondition::of);
  }

  private Set<String> showing(DeclaredText shown, String wanted) {
    return contracts.stream()
        .filter(contract -> shown.fit(contract).equals(wanted))
        .collect(Collectors.toSet());
  }

  private Optional<ContractCondition> membership(List<ResolvedExpression> arguments) {
    ResolvedExpression column = arguments.get(0);
    return any(arguments.subList(1, arguments.size()).stream().map(code -> equality(column, code)));
  }

  private Optional<ContractCondition> all(List<ResolvedExpression> predicates) {
    Optional<ContractCondition> all = Optional.empty();
    boolean restricted = false;
    for (ResolvedExpression predicate : predicates) {
      Optional<ContractCondition> one = condition(predicate);
      restricted |= one.isEmpty();
      all =
          all.isPresent() && one.isPresent()
              ? Optional.of(all.get().and(one.get()))
              : all.or(() -> one);
    }
    return restricted ? all.map(ContractCondition::restricted) : all;
  }

  private static Optional<ContractCondition> any(Stream<Optional<ContractCondition>> conditions) {
    return conditions
        .reduce(
            (one, other) ->
                one.isPresent() && other.isPresent()
                    ? Optional.of(one.get().or(other.get()))
                    : Optional.empty())
        .flatMap(any -> any);
  }

  /** How a column shows the contract; the planner casts it where the literal is of another type. */
  private Optional<DeclaredText> shown(ResolvedExpression expression) {
    if (expression instanceof FieldReferenceExpression field) {
      return Optional.ofNullable(columns.get(field.getName()));
    }
    return expression instanceof CallExpression call
            && call.getFunctionDefinition() == BuiltInFunctionDefinitions.CAST
        ? shown(call.getResolvedChildren().get(0))
            .filter(text -> text.isKeptBy(call.getOutputDataType().getLogicalType()))
        : Optional.empty();
  }

  /** A text as it stands, with its blanks. */
  private static Optional<String> literal(ResolvedExpression expression) {
    boolean isText =
        expression.getOutputDataType().getLogicalType().is(LogicalTypeRoot.VARCHAR)
            || expression.getOutputDataType().getLogicalType().is(LogicalTypeRoot.CHAR);
    return isText && expression instanceof ValueLiteralExpression literal
        ? literal.getValueAs(String.class)
        : Optional.empty();
  }
}
