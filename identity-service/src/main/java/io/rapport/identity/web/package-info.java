/** Wiring of the web layer; its features are in the sub-packages. */
@NullMarked
package io.rapport.identity.web;

import org.jspecify.annotations.NullMarked;
