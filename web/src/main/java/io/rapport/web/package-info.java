/** The HTTP edge of every service: authorization, problem responses and paging. */
@NullMarked
package io.rapport.web;

import org.jspecify.annotations.NullMarked;
