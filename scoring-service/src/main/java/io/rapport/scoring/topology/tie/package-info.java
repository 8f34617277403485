/** The stages of ties: who wrote the message that another answers, by message; ties of handles; ties of people. */
@NullMarked
package io.rapport.scoring.topology.tie;

import org.jspecify.annotations.NullMarked;
