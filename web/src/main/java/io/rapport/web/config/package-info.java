/** Spring configuration of the HTTP edge, imported by every service. */
@NullMarked
package io.rapport.web.config;

import org.jspecify.annotations.NullMarked;
