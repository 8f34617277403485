/** Channels side by side: what each is good for, which lead to another, and by which path people became buyers. */
@NullMarked
package io.rapport.report.domain.channel;

import org.jspecify.annotations.NullMarked;
