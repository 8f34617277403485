/** The monthly report by e-mail. */
@NullMarked
package io.rapport.report.mail;

import org.jspecify.annotations.NullMarked;
