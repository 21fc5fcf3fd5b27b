package io.github.kisfutures.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param contractColumns names of the columns that hold the contract code unchanged
 */
record ContractPredicates(Set<String> contractColumns) {

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

  private Optional<ContractCondition> equality(ResolvedExpression column, ResolvedExpression code) {
    return isContract(column)
        ? text(code).map(ContractCondition::equalTo)
        : Optional.<ContractCondition>empty();
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

  private boolean isContract(ResolvedExpression expression) {
    return expression instanceof FieldReferenceExpression field
        && contractColumns.contains(field.getName());
  }

  /** A text as it stands; a CHAR that was filled up with blanks is not equal to a code anyway. */
  private static Optional<String> text(ResolvedExpression expression) {
    boolean isText =
        expression.getOutputDataType().getLogicalType().is(LogicalTypeRoot.VARCHAR)
            || expression.getOutputDataType().getLogicalType().is(LogicalTypeRoot.CHAR);
    return isText && expression instanceof ValueLiteralExpression literal
        ? literal.getValueAs(String.class)
        : Optional.empty();
  }
}
