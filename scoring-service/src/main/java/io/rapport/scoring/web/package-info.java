/** The REST API of scoring models and previews. */
@NullMarked
package io.rapport.scoring.web;

import org.jspecify.annotations.NullMarked;
