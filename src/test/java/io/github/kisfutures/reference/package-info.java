/**
 * Independent recomputation of what the job computes, for tests only. It follows the spec
 * (analytics.md, kis-protocol.md) and uses nothing of the product: slow, obvious Java.
 */
@NullMarked
package io.github.kisfutures.reference;

import org.jspecify.annotations.NullMarked;
