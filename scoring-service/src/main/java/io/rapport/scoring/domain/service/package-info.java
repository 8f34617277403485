/** Which messages want an answer, and which give one. */
@NullMarked
package io.rapport.scoring.domain.service;

import org.jspecify.annotations.NullMarked;
