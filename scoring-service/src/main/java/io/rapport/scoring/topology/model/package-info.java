/** What people are scored by: the day of the brand and its scoring model, from global stores. */
@NullMarked
package io.rapport.scoring.topology.model;

import org.jspecify.annotations.NullMarked;
