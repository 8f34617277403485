/** What services and subscribers say to one another: keys, topics and the versions of events. */
@NullMarked
package io.rapport.contracts;

import org.jspecify.annotations.NullMarked;
