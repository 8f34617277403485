/** The public topics as somebody outside reads them, who knows the documentation and nothing of the code. */
@NullMarked
package io.rapport.standalone.subscriber;

import org.jspecify.annotations.NullMarked;
