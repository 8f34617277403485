/** The Fellegi-Sunter model: match weights, priors and their estimation by expectation maximisation. */
@NullMarked
package io.rapport.identity.matching.model;

import org.jspecify.annotations.NullMarked;
