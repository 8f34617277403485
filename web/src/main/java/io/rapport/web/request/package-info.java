/** Limits of every request: its query parameters, the size of its body and the time to send it. */
@NullMarked
package io.rapport.web.request;

import org.jspecify.annotations.NullMarked;
