/** HTTP requests to addresses that users name: only public addresses are reached. */
@NullMarked
package io.rapport.web.outbound;

import org.jspecify.annotations.NullMarked;
