/** Tools of assistants: the Model Context Protocol in front of the REST resources. */
@NullMarked
package io.rapport.report.assistant;

import org.jspecify.annotations.NullMarked;
