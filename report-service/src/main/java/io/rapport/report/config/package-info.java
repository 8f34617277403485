/** The Spring configuration of the report service. */
@NullMarked
package io.rapport.report.config;

import org.jspecify.annotations.NullMarked;
