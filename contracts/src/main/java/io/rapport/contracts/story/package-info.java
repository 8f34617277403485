/** What users write down about people. */
@NullMarked
package io.rapport.contracts.story;

import org.jspecify.annotations.NullMarked;
