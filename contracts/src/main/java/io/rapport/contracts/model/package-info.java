/** Scoring models: publication, activation, preview. Written by scoring. */
@NullMarked
package io.rapport.contracts.model;

import org.jspecify.annotations.NullMarked;
