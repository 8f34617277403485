/** Scoring over HTTP. */
@NullMarked
package io.rapport.scoring.web;

import org.jspecify.annotations.NullMarked;
