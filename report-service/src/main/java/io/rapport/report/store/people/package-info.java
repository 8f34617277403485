/** MongoDB: relationships, handles, profiles and rows of the client list. */
@NullMarked
package io.rapport.report.store.people;

import org.jspecify.annotations.NullMarked;
