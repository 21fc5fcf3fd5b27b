package io.github.kisfutures.reference;

import java.util.List;

/**
 * A trade of a generated day.
 *
 * @param contract number of the contract, from 0
 * @param milliOfDay exact time, of which the wire shows the second
 * @param fields the 49 texts of the record
 */
record DayTrade(int contract, int milliOfDay, List<String> fields) {}
