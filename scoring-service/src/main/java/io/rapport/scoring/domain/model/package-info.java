/** Scoring models: values with their validation, publication and activation. */
@NullMarked
package io.rapport.scoring.domain.model;

import org.jspecify.annotations.NullMarked;
