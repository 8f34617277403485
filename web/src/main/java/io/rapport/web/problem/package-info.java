/** Error responses as RFC 9457 problem details. */
@NullMarked
package io.rapport.web.problem;

import org.jspecify.annotations.NullMarked;
