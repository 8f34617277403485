/** What everyone is judged by, the same in every task: the brand's day and its scoring model. */
@NullMarked
package io.rapport.scoring.topology.model;

import org.jspecify.annotations.NullMarked;
