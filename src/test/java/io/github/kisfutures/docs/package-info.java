/** README and {@code docs}, held against the code; the pages of reference are made from it. */
package io.github.kisfutures.docs;
