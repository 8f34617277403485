/** Rapport on a broker that lets nobody do more than the operations guide grants. */
@NullMarked
package io.rapport.standalone.access;

import org.jspecify.annotations.NullMarked;
