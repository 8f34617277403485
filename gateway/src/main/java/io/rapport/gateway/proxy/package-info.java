/** The HTTP server that forwards requests to the services. */
@NullMarked
package io.rapport.gateway.proxy;

import org.jspecify.annotations.NullMarked;
