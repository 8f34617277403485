/** Sessions of browsers: a random value in a cookie, and its hash on a topic that every service reads. */
@NullMarked
package io.rapport.web.session;

import org.jspecify.annotations.NullMarked;
