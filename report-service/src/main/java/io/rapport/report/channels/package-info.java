/** REST resources and page of channels side by side, and of people who became buyers. */
@NullMarked
package io.rapport.report.channels;

import org.jspecify.annotations.NullMarked;
