/**
 * Floor 3: what the serializers of this floor share: versioned layouts and their type information.
 */
@NullMarked
package io.github.kisfutures.analytics.state;

import org.jspecify.annotations.NullMarked;
