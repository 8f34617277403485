/** What a report says of people and brands, and where it is asked for: no framework, no clock. */
@NullMarked
package io.rapport.report.domain;

import org.jspecify.annotations.NullMarked;
