/** Spring configuration, startup and background tasks of the identity service. */
@NullMarked
package io.rapport.identity.config;

import org.jspecify.annotations.NullMarked;
