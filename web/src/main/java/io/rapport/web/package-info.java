/** The HTTP edge all services share: who may do what, what is said when they may not, and how lists are read. */
@NullMarked
package io.rapport.web;

import org.jspecify.annotations.NullMarked;
