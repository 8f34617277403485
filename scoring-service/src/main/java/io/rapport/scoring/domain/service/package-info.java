/** Conversations: which messages expect an answer, which are answers, answer times and open conversations. */
@NullMarked
package io.rapport.scoring.domain.service;

import org.jspecify.annotations.NullMarked;
