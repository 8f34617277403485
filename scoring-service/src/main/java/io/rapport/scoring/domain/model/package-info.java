/** Scoring models: what they may say, and how people publish, try and activate them. */
@NullMarked
package io.rapport.scoring.domain.model;

import org.jspecify.annotations.NullMarked;
