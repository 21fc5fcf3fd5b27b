/**
 * Floor 3: alert rules over bars, and over the silence of a contract ({@code docs/numbers.md},
 * "Alerts").
 */
@NullMarked
package io.github.kisfutures.analytics.alerts;

import org.jspecify.annotations.NullMarked;
