/** Real conversations through the running product, held against a computation of their own. */
@NullMarked
package io.rapport.standalone.acceptance;

import org.jspecify.annotations.NullMarked;
