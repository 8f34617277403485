/** Scoring models: published, activated, previewed. Written by scoring. */
@NullMarked
package io.rapport.contracts.model;

import org.jspecify.annotations.NullMarked;
