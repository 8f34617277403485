/** Support for server-rendered pages. */
@NullMarked
package io.rapport.web.pages;

import org.jspecify.annotations.NullMarked;
