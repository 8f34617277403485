/** REST resource and page of answer times and of owed replies. */
@NullMarked
package io.rapport.report.service;

import org.jspecify.annotations.NullMarked;
