/** Requests to the other services. */
@NullMarked
package io.rapport.report.remote;

import org.jspecify.annotations.NullMarked;
