/** Puts the service together. */
@NullMarked
package io.rapport.report.config;

import org.jspecify.annotations.NullMarked;
