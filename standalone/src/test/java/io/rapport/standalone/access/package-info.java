/** Rapport on a broker that permits only what the operations guide grants. */
@NullMarked
package io.rapport.standalone.access;

import org.jspecify.annotations.NullMarked;
