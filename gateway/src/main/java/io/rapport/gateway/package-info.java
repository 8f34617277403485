/** One address for the pages and APIs of all services. */
@NullMarked
package io.rapport.gateway;

import org.jspecify.annotations.NullMarked;
