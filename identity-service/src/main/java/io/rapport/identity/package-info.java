/** The identity service: resolves handles and client rows to people. */
@NullMarked
package io.rapport.identity;

import org.jspecify.annotations.NullMarked;
