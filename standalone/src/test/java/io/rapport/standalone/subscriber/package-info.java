/** Reads the public topics like an external subscriber: by the documentation, without the code. */
@NullMarked
package io.rapport.standalone.subscriber;

import org.jspecify.annotations.NullMarked;
