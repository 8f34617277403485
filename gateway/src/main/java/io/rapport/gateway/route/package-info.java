/** Which service serves a request. */
@NullMarked
package io.rapport.gateway.route;

import org.jspecify.annotations.NullMarked;
