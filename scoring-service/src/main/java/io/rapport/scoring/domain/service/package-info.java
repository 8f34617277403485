/** Who was answered, how soon, and who still waits; which messages want an answer, and which give one. */
@NullMarked
package io.rapport.scoring.domain.service;

import org.jspecify.annotations.NullMarked;
