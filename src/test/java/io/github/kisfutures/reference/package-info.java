/**
 * Independent recomputation of what the job computes, for tests only. It follows the spec ({@code
 * docs/numbers.md}, {@code docs/feed.md}) and uses nothing of the product: slow, obvious Java.
 */
@NullMarked
package io.github.kisfutures.reference;

import org.jspecify.annotations.NullMarked;
