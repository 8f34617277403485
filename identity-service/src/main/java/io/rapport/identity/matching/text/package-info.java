/** Text normalisation, bundled word lists and string similarity. */
@NullMarked
package io.rapport.identity.matching.text;

import org.jspecify.annotations.NullMarked;
