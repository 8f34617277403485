/** The images and the compose file on a real Docker engine. */
@NullMarked
package io.rapport.standalone.docker;

import org.jspecify.annotations.NullMarked;
