/** Who the people behind the handles are: what counts as evidence, how decisions are made, carried out and undone. */
@NullMarked
package io.rapport.identity.domain;

import org.jspecify.annotations.NullMarked;
