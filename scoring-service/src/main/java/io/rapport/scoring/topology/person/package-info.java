/** The stage keyed by person: ledgers and relationship scores of people, and their contribution to the brand. */
@NullMarked
package io.rapport.scoring.topology.person;

import org.jspecify.annotations.NullMarked;
